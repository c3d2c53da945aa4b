import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Probleme',
    intro: 'Jede Fehlerantwort entspricht einem der folgenden Probleme.',
    why: 'Warum',
    advice: 'Was zu tun ist',
    example: 'Beispiel',
    fields: 'Felder',
  },
  problems: {
    'invalid-request': {
      why: 'Ein Feld fehlt, hat den falschen Typ oder das falsche Format, zwei Felder schließen einander aus, oder der Header Idempotency-Key ist fehlerhaft.',
      advice:
        'Zeigen Sie jede Beschreibung neben ihrem Feld, damit die Person es korrigieren kann. Senden Sie nicht dasselbe noch einmal.',
    },
    'malformed-body': {
      why: 'Der Inhalt ist unvollständig, kein JSON oder enthält einen Schlüssel wie __proto__, den kein Client braucht.',
      advice: 'Korrigieren Sie den Client: Erzeugen Sie den Inhalt mit einer JSON-Bibliothek.',
    },
    'unsupported-media': {
      why: 'Der Header Content-Type fehlt oder nennt etwas anderes als JSON.',
      advice: 'Korrigieren Sie den Client: Senden Sie Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Eine Codeanforderung ist klein. Diese ist es nicht.',
      advice: 'Korrigieren Sie den Client: Senden Sie nur die Felder, die in der API-Beschreibung stehen.',
    },
    'not-found': {
      why: 'Der Pfad ist falsch oder hat nie existiert.',
      advice: 'Vergleichen Sie den Pfad mit der API-Beschreibung unter /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Der Pfad stimmt, die HTTP-Methode nicht.',
      advice: 'Verwenden Sie eine Methode, die im Header Allow steht.',
    },
    forbidden: {
      why: 'Die Firewall hält die Anfrage wegen ihrer Herkunft oder ihres Inhalts für einen Angriff.',
      advice:
        'Versuchen Sie es nicht erneut. Wer zu Unrecht abgewiesen wird, wendet sich bitte an uns und nennt die request_id.',
    },
    'target-throttled': {
      why: 'Jede Adresse und Nummer bekommt in einem Zeitraum nur eine begrenzte Zahl von Codes, und jede IP-Adresse oder jedes bekannte Gerät darf nur einen Teil davon anfordern. Nach vielen falschen Codes ist das Anfordern einen Tag oder länger gesperrt, zuerst für die IP-Adresse, die diese Codes angefordert hat, dann für alle außer bekannten Geräten. So kann niemand einen Code erraten.',
      advice:
        'Zählen Sie retry_after Sekunden herunter, bevor Sie erneutes Senden anbieten. Der letzte Code gilt bis zu seinem Ablauf weiter. Senden Sie das device_token eines Geräts mit, auf dem sich die Person schon angemeldet hat: Dann können Fremde dieses Gerät nicht ausbremsen.',
    },
    'caller-throttled': {
      why: 'Von jeder IP-Adresse ist nur eine begrenzte Zahl von Anfragen erlaubt, egal für wen.',
      advice:
        'Warten Sie vor jeder weiteren Anfrage retry_after Sekunden. Ein Backend, das für alle seine Nutzer anfragt, sollte den Betreiber um höhere Limits bitten.',
    },
    'sms-budget-spent': {
      why: 'Für SMS gilt zum Schutz vor Betrug je Land ein Tageskontingent. Es wird um Mitternacht UTC erneuert.',
      advice: 'Bieten Sie E-Mail an. Andernfalls warten Sie retry_after Sekunden.',
    },
    'email-budget-spent': {
      why: 'Für E-Mails gilt ein Tageskontingent, das bei einer Flut von Anfragen die Kosten begrenzt. Es wird um Mitternacht UTC erneuert.',
      advice: 'Bieten Sie SMS an. Andernfalls warten Sie retry_after Sekunden.',
    },
    'service-throttled': {
      why: 'Es kamen gleichzeitig mehr Anfragen, als der ganze Dienst annimmt.',
      advice:
        'Warten Sie retry_after Sekunden und versuchen Sie es dann erneut, jedes Mal nach einer etwas längeren Pause.',
    },
    'sms-not-supported': {
      why: 'SMS sind ausgeschaltet oder werden nicht in dieses Land gesendet, oder die Nummer ist keine Mobilnummer.',
      advice: 'Fragen Sie nach einer E-Mail-Adresse oder einer Mobilnummer.',
    },
    'email-not-supported': {
      why: 'E-Mail ist hier ausgeschaltet.',
      advice: 'Fragen Sie nach einer Telefonnummer.',
    },
    'delivery-failed': {
      why: 'Der E-Mail- oder SMS-Dienst hat die Nachricht abgelehnt oder nicht rechtzeitig geantwortet.',
      advice:
        'Ohne challenge_id wurde nichts gesendet: Versuchen Sie es erneut. Mit ihr kann der Code noch ankommen: Zeigen Sie das Eingabefeld, und bieten Sie nach einer Weile einen neuen Code an.',
    },
    'code-invalid': {
      why: 'Die Ziffern sind nicht die, die für diese Anmeldung gesendet wurden.',
      advice:
        'Lassen Sie die Person es erneut versuchen, solange i18n_args.attempts_left über 0 liegt. Bei 0 ist der Code verbraucht: Fordern Sie einen neuen an.',
    },
    'code-expired': {
      why: 'Der Vorgang ist beendet oder hat nie existiert. Zur Sicherheit ist die Antwort in all diesen Fällen dieselbe.',
      advice: 'Fordern Sie einen neuen Code an.',
    },
    'internal-error': {
      why: 'Ein Teil des Dienstes war nicht erreichbar oder ist ausgefallen. Im Zweifel wird nichts gesendet.',
      advice:
        'Versuchen Sie es später erneut. Besteht das Problem weiterhin, wenden Sie sich an uns und nennen Sie die request_id.',
    },
  },
};
