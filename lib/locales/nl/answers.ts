import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Ongeldig verzoek',
      detail: 'Sommige velden ontbreken of zijn onjuist. Bekijk errors voor elk veld.',
    },
    'malformed-body': {
      title: 'Onjuiste inhoud',
      detail: 'De inhoud is niet als JSON te lezen of bevat een sleutel die nooit is toegestaan, zoals __proto__.',
    },
    'unsupported-media': {
      title: 'Mediatype niet ondersteund',
      detail: 'Verstuur de inhoud als JSON, met de header Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Inhoud te groot',
      detail: 'De inhoud mag hoogstens {max_bytes} bytes groot zijn.',
    },
    'not-found': {
      title: 'Niet gevonden',
      detail: 'Op dit adres is niets te vinden.',
    },
    'method-not-allowed': {
      title: 'Methode niet toegestaan',
      detail: 'Dit adres accepteert alleen de methoden die in de header Allow staan.',
    },
    forbidden: {
      title: 'Toegang geweigerd',
      detail: 'De firewall heeft het verzoek geweigerd.',
    },
    'target-throttled': {
      title: 'Te veel codes voor dit adres of nummer',
      detail: 'Er zijn te vaak codes aangevraagd. Probeer het opnieuw over {wait}.',
    },
    'caller-throttled': {
      title: 'Te veel verzoeken',
      detail: 'Er komen te veel verzoeken van je netwerk. Probeer het opnieuw over {wait}.',
    },
    'sms-budget-spent': {
      title: 'Geen sms-berichten meer vandaag',
      detail:
        'De daglimiet voor sms-berichten naar dit land is bereikt. Probeer het opnieuw over {wait} of gebruik e-mail.',
    },
    'email-budget-spent': {
      title: 'Geen e-mails meer vandaag',
      detail: 'De daglimiet voor e-mails is bereikt. Probeer het opnieuw over {wait} of gebruik een telefoonnummer.',
    },
    'service-throttled': {
      title: 'Dienst overbelast',
      detail: 'De dienst krijgt meer verzoeken dan hij tegelijk aankan. Probeer het opnieuw over {wait}.',
    },
    'sms-not-supported': {
      title: 'Geen sms naar dit nummer',
      detail: 'Naar dit land of dit soort nummer sturen we geen sms. Gebruik een mobiel nummer of e-mail.',
    },
    'email-not-supported': {
      title: 'E-mail niet beschikbaar',
      detail: 'Codes worden hier niet per e-mail verstuurd. Gebruik een telefoonnummer.',
    },
    'delivery-failed': {
      title: 'Code niet verstuurd',
      detail: 'De code kon niet worden verstuurd. Je kunt het meteen opnieuw proberen.',
    },
    'code-invalid': {
      title: 'Onjuiste code',
      detail: 'De code klopt niet. Resterende pogingen: {attempts_left}.',
    },
    'code-expired': {
      title: 'Code niet meer geldig',
      detail: 'De code is verlopen, al gebruikt of te vaak geprobeerd. Vraag een nieuwe aan.',
    },
    'internal-error': {
      title: 'Interne fout',
      detail:
        'Er is bij ons iets misgegaan. Probeer het later opnieuw. Blijft het misgaan, neem dan contact met ons op en vermeld request_id.',
    },
  },
  deliveryUnknown:
    'We weten niet of de code is verstuurd. Komt hij aan, gebruik hem dan met challenge_id; zo niet, vraag dan een nieuwe aan.',
  targetLocked: 'Er zijn te veel onjuiste codes ingevoerd. Probeer het opnieuw over {wait}.',
  violations: {
    required: 'Geef email of phone op.',
    conflict: 'Geef email of phone op, niet allebei.',
    type: 'Moet een tekenreeks zijn.',
    range: 'Is te lang.',
    'email.format': 'Moet één e-mailadres zijn, bijvoorbeeld name@example.com.',
    'phone.format': 'Moet een telefoonnummer in internationale notatie zijn, bijvoorbeeld +12025550123.',
    'code.required': 'Vul de ontvangen code in.',
    'code.format': 'Moet bestaan uit alle cijfers van de code en niets anders.',
    'challenge_id.required': 'Geef de challenge_id op die je bij de aanvraag van de code kreeg.',
    'challenge_id.format': 'Moet een ongewijzigde challenge_id zijn.',
    'nonce.format': 'Moet bestaan uit zichtbare ASCII-tekens, zonder spaties.',
    'Idempotency-Key.format':
      'Moet een tekenreeks tussen dubbele aanhalingstekens zijn (RFC 9651) van minstens 16 tekens.',
  },
};
