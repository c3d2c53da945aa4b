import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Ogiltig begäran',
      detail: 'Vissa fält saknas eller är felaktiga. Se errors för vart och ett.',
    },
    'malformed-body': {
      title: 'Felaktigt innehåll',
      detail: 'Innehållet kan inte läsas som JSON eller har en nyckel som aldrig tillåts, till exempel __proto__.',
    },
    'unsupported-media': {
      title: 'Medietypen stöds inte',
      detail: 'Skicka innehållet som JSON, med headern Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'För stort innehåll',
      detail: 'Innehållet får vara högst {max_bytes} byte.',
    },
    'not-found': {
      title: 'Hittades inte',
      detail: 'Det finns inget på den här adressen.',
    },
    'method-not-allowed': {
      title: 'Metoden är inte tillåten',
      detail: 'Den här adressen tar bara emot de metoder som anges i headern Allow.',
    },
    forbidden: {
      title: 'Åtkomst nekad',
      detail: 'Brandväggen avvisade begäran.',
    },
    'target-throttled': {
      title: 'För många koder till adressen eller numret',
      detail: 'Koder har begärts för ofta. Försök igen om {wait}.',
    },
    'caller-throttled': {
      title: 'För många förfrågningar',
      detail: 'Det kommer för många förfrågningar från ditt nätverk. Försök igen om {wait}.',
    },
    'sms-budget-spent': {
      title: 'Inga fler sms i dag',
      detail: 'Dagens gräns för sms till det här landet är nådd. Försök igen om {wait} eller använd e-post.',
    },
    'email-budget-spent': {
      title: 'Inga fler mejl i dag',
      detail: 'Dagens gräns för mejl är nådd. Försök igen om {wait} eller använd ett telefonnummer.',
    },
    'service-throttled': {
      title: 'Tjänsten är överbelastad',
      detail: 'Tjänsten får fler förfrågningar än den klarar samtidigt. Försök igen om {wait}.',
    },
    'sms-not-supported': {
      title: 'Inga sms till det här numret',
      detail:
        'Vi skickar inte sms till det här landet eller den här typen av nummer. Använd ett mobilnummer eller e-post.',
    },
    'email-not-supported': {
      title: 'E-post är inte tillgänglig',
      detail: 'Koder skickas inte med e-post här. Använd ett telefonnummer.',
    },
    'delivery-failed': {
      title: 'Koden skickades inte',
      detail: 'Koden kunde inte skickas. Du kan försöka igen direkt.',
    },
    'code-invalid': {
      title: 'Fel kod',
      detail: 'Koden stämmer inte. Försök kvar: {attempts_left}.',
    },
    'code-expired': {
      title: 'Koden gäller inte längre',
      detail: 'Koden har gått ut, har redan använts eller har prövats för många gånger. Begär en ny.',
    },
    'internal-error': {
      title: 'Internt fel',
      detail: 'Något gick fel hos oss. Försök igen senare och uppge request_id om felet kvarstår.',
    },
  },
  deliveryUnknown:
    'Vi vet inte om koden skickades. Om den kommer fram, använd den med challenge_id; annars kan du begära en ny.',
  targetLocked: 'För många felaktiga koder har prövats. Försök igen om {wait}.',
  violations: {
    required: 'Ange email eller phone.',
    conflict: 'Ange email eller phone, inte båda.',
    type: 'Måste vara en sträng.',
    range: 'Är för lång.',
    'email.format': 'Måste vara en enda e-postadress, till exempel namn@example.com.',
    'phone.format': 'Måste vara ett telefonnummer i internationellt format, till exempel +12025550123.',
    'code.required': 'Ange koden du fick.',
    'code.format': 'Måste vara kodens alla siffror och inget annat.',
    'challenge_id.required': 'Ange det challenge_id du fick när koden begärdes.',
    'challenge_id.format': 'Måste vara ett oförändrat challenge_id.',
    'nonce.format': 'Måste bestå av synliga ASCII-tecken, utan mellanslag.',
    'Idempotency-Key.format': 'Måste vara en sträng inom citattecken (RFC 9651) med minst 16 tecken.',
  },
};
