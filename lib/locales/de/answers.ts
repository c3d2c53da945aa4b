import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Ungültige Anfrage',
      detail: 'Einige Felder fehlen oder sind fehlerhaft. Einzelheiten zu jedem Feld stehen in errors.',
    },
    'malformed-body': {
      title: 'Fehlerhafter Inhalt',
      detail: 'Der Inhalt ist kein lesbares JSON oder enthält einen unzulässigen Schlüssel wie __proto__.',
    },
    'unsupported-media': {
      title: 'Nicht unterstützter Medientyp',
      detail: 'Senden Sie den Inhalt als JSON, mit dem Header Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Inhalt zu groß',
      detail: 'Der Inhalt darf höchstens {max_bytes} Byte umfassen.',
    },
    'not-found': {
      title: 'Nicht gefunden',
      detail: 'Unter dieser Adresse gibt es nichts.',
    },
    'method-not-allowed': {
      title: 'Methode nicht erlaubt',
      detail: 'Diese Adresse nimmt nur die Methoden an, die im Header Allow stehen.',
    },
    forbidden: {
      title: 'Zugriff verweigert',
      detail: 'Die Firewall hat die Anfrage abgelehnt.',
    },
    'target-throttled': {
      title: 'Zu viele Codes für diese Adresse oder Nummer',
      detail: 'Es wurden zu oft Codes angefordert. Bitte warten Sie noch {wait}.',
    },
    'caller-throttled': {
      title: 'Zu viele Anfragen',
      detail: 'Aus Ihrem Netzwerk kamen zu viele Anfragen. Bitte warten Sie noch {wait}.',
    },
    'sms-budget-spent': {
      title: 'Heute keine SMS mehr',
      detail:
        'Das heutige Kontingent für SMS in dieses Land ist aufgebraucht. Nutzen Sie eine E-Mail-Adresse oder warten Sie noch {wait}.',
    },
    'email-budget-spent': {
      title: 'Heute keine E-Mails mehr',
      detail:
        'Das heutige Kontingent für E-Mails ist aufgebraucht. Nutzen Sie eine Telefonnummer oder warten Sie noch {wait}.',
    },
    'service-throttled': {
      title: 'Dienst ausgelastet',
      detail: 'Der Dienst erhält mehr Anfragen, als er auf einmal annimmt. Bitte warten Sie noch {wait}.',
    },
    'sms-not-supported': {
      title: 'Keine SMS an diese Nummer',
      detail:
        'In dieses Land oder an diese Art von Nummer werden keine SMS gesendet. Nutzen Sie eine Mobilnummer oder eine E-Mail-Adresse.',
    },
    'email-not-supported': {
      title: 'E-Mail nicht verfügbar',
      detail: 'Hier werden keine Codes per E-Mail gesendet. Nutzen Sie eine Telefonnummer.',
    },
    'delivery-failed': {
      title: 'Code nicht gesendet',
      detail: 'Der Code konnte nicht gesendet werden. Sie können es sofort erneut versuchen.',
    },
    'code-invalid': {
      title: 'Falscher Code',
      detail: 'Der Code stimmt nicht. Verbleibende Versuche: {attempts_left}.',
    },
    'code-expired': {
      title: 'Code nicht mehr gültig',
      detail: 'Der Code ist abgelaufen, wurde schon benutzt oder zu oft falsch eingegeben. Fordern Sie einen neuen an.',
    },
    'internal-error': {
      title: 'Interner Fehler',
      detail:
        'Bei uns ist etwas schiefgegangen. Versuchen Sie es später erneut. Falls das Problem weiterhin besteht, nennen Sie uns die request_id.',
    },
  },
  deliveryUnknown:
    'Wir wissen nicht, ob der Code gesendet wurde. Kommt er an, verwenden Sie ihn mit der challenge_id; andernfalls fordern Sie einen neuen an.',
  targetLocked: 'Es wurden zu viele falsche Codes eingegeben. Bitte warten Sie noch {wait}.',
  violations: {
    required: 'Geben Sie email oder phone an.',
    conflict: 'Geben Sie entweder email oder phone an, nicht beides.',
    type: 'Muss eine Zeichenkette sein.',
    range: 'Ist zu lang.',
    'email.format': 'Muss genau eine E-Mail-Adresse sein, zum Beispiel name@example.com.',
    'phone.format': 'Muss eine Telefonnummer im internationalen Format sein, zum Beispiel +12025550123.',
    'code.required': 'Geben Sie den gesendeten Code ein.',
    'code.format': 'Muss alle Ziffern des Codes enthalten und sonst nichts.',
    'challenge_id.required': 'Geben Sie die challenge_id an, die Sie bei der Anforderung des Codes erhalten haben.',
    'challenge_id.format': 'Muss eine unveränderte challenge_id sein.',
    'nonce.format': 'Muss aus sichtbaren ASCII-Zeichen ohne Leerzeichen bestehen.',
    'Idempotency-Key.format':
      'Muss eine Zeichenkette in doppelten Anführungszeichen (RFC 9651) mit mindestens 16 Zeichen sein.',
  },
};
