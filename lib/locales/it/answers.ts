import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Richiesta non valida',
      detail: 'Alcuni campi mancano o sono errati. Per ciascuno, vedi errors.',
    },
    'malformed-body': {
      title: 'Corpo non valido',
      detail: 'Il corpo non è leggibile come JSON o contiene una chiave mai ammessa, come __proto__.',
    },
    'unsupported-media': {
      title: 'Tipo di contenuto non supportato',
      detail: 'Invia il corpo come JSON, con l’intestazione Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Corpo troppo grande',
      detail: 'Il corpo può contenere al massimo {max_bytes} byte.',
    },
    'not-found': {
      title: 'Non trovato',
      detail: 'A questo indirizzo non c’è nulla.',
    },
    'method-not-allowed': {
      title: 'Metodo non consentito',
      detail: 'Questo indirizzo accetta solo i metodi indicati nell’intestazione Allow.',
    },
    forbidden: {
      title: 'Accesso negato',
      detail: 'La richiesta è stata bloccata dal firewall.',
    },
    'target-throttled': {
      title: 'Troppi codici per questo indirizzo o numero',
      detail: 'Hai richiesto codici troppo spesso. Riprova tra {wait}.',
    },
    'caller-throttled': {
      title: 'Troppe richieste',
      detail: 'Sono arrivate troppe richieste dalla tua rete. Riprova tra {wait}.',
    },
    'sms-budget-spent': {
      title: 'SMS esauriti per oggi',
      detail: 'Gli SMS verso questo paese sono esauriti per oggi. Riprova tra {wait} o usa l’email.',
    },
    'email-budget-spent': {
      title: 'Email esaurite per oggi',
      detail: 'Il limite giornaliero di email è stato raggiunto. Riprova tra {wait} o usa un numero di telefono.',
    },
    'service-throttled': {
      title: 'Servizio sovraccarico',
      detail: 'Il servizio riceve più richieste di quante ne possa gestire. Riprova tra {wait}.',
    },
    'sms-not-supported': {
      title: 'Nessun SMS a questo numero',
      detail: 'Non inviamo SMS verso questo paese o a questo tipo di numero. Usa un numero di cellulare o l’email.',
    },
    'email-not-supported': {
      title: 'Email non disponibile',
      detail: 'Qui non si inviano codici via email. Usa un numero di telefono.',
    },
    'delivery-failed': {
      title: 'Codice non inviato',
      detail: 'Non è stato possibile inviare il codice. Puoi riprovare subito.',
    },
    'code-invalid': {
      title: 'Codice errato',
      detail: 'Il codice non è corretto. Tentativi rimasti: {attempts_left}.',
    },
    'code-expired': {
      title: 'Codice non più valido',
      detail: 'Il codice è scaduto, è già stato usato o è stato provato troppe volte. Richiedine uno nuovo.',
    },
    'internal-error': {
      title: 'Errore interno',
      detail:
        'Si è verificato un errore da parte nostra. Riprova più tardi e, se il problema continua, contattaci indicando request_id.',
    },
  },
  deliveryUnknown:
    'Non sappiamo se il codice sia stato inviato. Se arriva, usalo con challenge_id; altrimenti richiedine un altro.',
  targetLocked: 'Sono stati provati troppi codici errati. Riprova tra {wait}.',
  violations: {
    required: 'Indica email o phone.',
    conflict: 'Indica email oppure phone, non entrambi.',
    type: 'Deve essere una stringa.',
    range: 'È troppo lungo.',
    'email.format': 'Deve essere un solo indirizzo email, ad esempio name@example.com.',
    'phone.format': 'Deve essere un numero di telefono in formato internazionale, ad esempio +12025550123.',
    'code.required': 'Inserisci il codice ricevuto.',
    'code.format': 'Deve contenere tutte le cifre del codice e nient’altro.',
    'challenge_id.required': 'Indica il challenge_id ricevuto alla richiesta del codice.',
    'challenge_id.format': 'Deve essere il challenge_id esattamente come ricevuto.',
    'nonce.format': 'Deve contenere caratteri ASCII visibili, senza spazi.',
    'Idempotency-Key.format': 'Deve essere una stringa tra virgolette doppie (RFC 9651) di almeno 16 caratteri.',
  },
};
