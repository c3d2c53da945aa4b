import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Foutmeldingen',
    intro: 'Elk mislukt verzoek krijgt een van deze foutmeldingen als antwoord.',
    why: 'Oorzaak',
    advice: 'Wat te doen',
    example: 'Voorbeeld',
    fields: 'Velden',
  },
  problems: {
    'invalid-request': {
      why: 'Een veld ontbreekt of heeft het verkeerde type of formaat, er zijn twee velden verstuurd die elkaar uitsluiten, of de header Idempotency-Key is onjuist opgebouwd.',
      advice:
        'Toon elke beschrijving naast het bijbehorende veld, zodat de gebruiker de invoer kan corrigeren. Verstuur hetzelfde verzoek niet opnieuw.',
    },
    'malformed-body': {
      why: 'De inhoud is onvolledig, is geen JSON of bevat een sleutel zoals __proto__ die geen enkele client nodig heeft.',
      advice: 'Pas de client aan: maak de inhoud met een JSON-bibliotheek.',
    },
    'unsupported-media': {
      why: 'De header Content-Type ontbreekt of noemt iets anders dan JSON.',
      advice: 'Pas de client aan: verstuur Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Een aanvraag voor een code is klein. Deze niet.',
      advice: 'Pas de client aan: verstuur alleen de velden uit de API-beschrijving.',
    },
    'not-found': {
      why: 'Het pad is onjuist of heeft nooit bestaan.',
      advice: 'Vergelijk het pad met de API-beschrijving op /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Het pad klopt, maar de HTTP-methode niet.',
      advice: 'Gebruik een methode die in de header Allow staat.',
    },
    forbidden: {
      why: 'De firewall ziet dit als een aanval, vanwege de herkomst of de inhoud.',
      advice: 'Probeer het niet opnieuw. Is dit een vergissing, neem dan contact met ons op en vermeld request_id.',
    },
    'target-throttled': {
      why: 'Elk adres en nummer krijgt per periode maar een beperkt aantal codes, en elk netwerkadres of bekend apparaat mag daar maar een deel van aanvragen. Na veel foute codes worden er een dag of langer geen codes meer verstuurd: eerst niet meer op verzoek van het netwerkadres dat ze aanvroeg, daarna alleen nog op verzoek van bekende apparaten, zodat niemand een code kan raden.',
      advice:
        'Tel retry_after seconden af voordat je opnieuw versturen aanbiedt. De laatste code blijft geldig tot hij verloopt. Stuur het device_token mee van een apparaat waarop al eens is ingelogd: dan hoeft het niet te wachten door aanvragen van anderen.',
    },
    'caller-throttled': {
      why: 'Elk netwerkadres mag maar een beperkt aantal verzoeken doen, voor wie dan ook.',
      advice:
        'Wacht retry_after seconden voordat je een volgend verzoek doet. Doet je backend verzoeken voor al zijn gebruikers, vraag de beheerder dan om hogere limieten.',
    },
    'sms-budget-spent': {
      why: 'Voor sms-berichten naar elk land geldt een daglimiet, tegen fraude. Die wordt om middernacht UTC vernieuwd.',
      advice: 'Bied e-mail aan. Wacht anders retry_after seconden.',
    },
    'email-budget-spent': {
      why: 'Voor e-mails geldt een daglimiet, om de kosten bij een stortvloed aan aanvragen te beperken. Die wordt om middernacht UTC vernieuwd.',
      advice: 'Bied sms aan. Wacht anders retry_after seconden.',
    },
    'service-throttled': {
      why: 'Er kwamen tegelijk meer verzoeken dan de hele dienst aankan.',
      advice: 'Wacht retry_after seconden en probeer het dan opnieuw. Wacht daarna telkens iets langer.',
    },
    'sms-not-supported': {
      why: 'Sms staat uit of wordt niet naar dit land verstuurd, of dit is geen mobiel nummer.',
      advice: 'Vraag om een e-mailadres of een mobiel nummer.',
    },
    'email-not-supported': {
      why: 'E-mail staat hier uit.',
      advice: 'Vraag om een telefoonnummer.',
    },
    'delivery-failed': {
      why: 'De e-mail- of sms-dienst weigerde het bericht of antwoordde niet op tijd.',
      advice:
        'Zonder challenge_id is er niets verstuurd: probeer het opnieuw. Is die er wel, dan kan de code nog aankomen: toon het invoerveld en bied na een tijdje een nieuwe code aan.',
    },
    'code-invalid': {
      why: 'De cijfers komen niet overeen met de code die hiervoor is verstuurd.',
      advice:
        'Laat de gebruiker het opnieuw proberen zolang i18n_args.attempts_left groter is dan 0. Bij 0 is de code vervallen: vraag een nieuwe aan.',
    },
    'code-expired': {
      why: 'De verificatie is afgesloten of heeft nooit bestaan. Om veiligheidsredenen is het antwoord in al deze gevallen hetzelfde.',
      advice: 'Vraag een nieuwe code aan.',
    },
    'internal-error': {
      why: 'Een deel van de dienst was niet bereikbaar of werkte niet. Bij twijfel wordt er niets verstuurd.',
      advice: 'Probeer het later opnieuw. Houdt het probleem aan, neem dan contact met ons op en vermeld request_id.',
    },
  },
};
