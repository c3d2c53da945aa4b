import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Problemi',
    intro: 'Ogni risposta di errore è una di queste.',
    why: 'Perché',
    advice: 'Cosa fare',
    example: 'Esempio',
    fields: 'Campi',
  },
  problems: {
    'invalid-request': {
      why: 'Un campo manca o ha un tipo o un formato errato, sono stati inviati due campi che si escludono a vicenda oppure l’intestazione Idempotency-Key non è corretta.',
      advice:
        'Mostra ogni descrizione accanto al suo campo, così l’utente può correggerlo. Non inviare di nuovo la stessa richiesta.',
    },
    'malformed-body': {
      why: 'Il corpo è incompleto, non è JSON o contiene una chiave come __proto__, che nessun client usa.',
      advice: 'Correggi il client: codifica il corpo con una libreria JSON.',
    },
    'unsupported-media': {
      why: 'L’intestazione Content-Type manca o indica qualcosa di diverso da JSON.',
      advice: 'Correggi il client: invia Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'La richiesta di un codice è piccola. Questa non lo è.',
      advice: 'Correggi il client: invia solo i campi indicati nella descrizione dell’API.',
    },
    'not-found': {
      why: 'Il percorso è errato o non è mai esistito.',
      advice: 'Confronta il percorso con la descrizione dell’API in /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Il percorso è corretto, il metodo HTTP no.',
      advice: 'Usa un metodo indicato nell’intestazione Allow.',
    },
    forbidden: {
      why: 'Il firewall considera la richiesta un attacco, per la provenienza o per il contenuto.',
      advice: 'Non riprovare. Se si tratta di un errore, contattaci indicando request_id.',
    },
    'target-throttled': {
      why: 'Ogni indirizzo o numero riceve solo un certo numero di codici per periodo, e ogni indirizzo IP o dispositivo noto può chiederne solo una parte. Dopo molti codici errati l’invio si ferma per un giorno o più, prima per l’indirizzo IP che li ha chiesti, poi per tutti tranne i dispositivi noti, così nessuno può indovinarne uno.',
      advice:
        'Attendi retry_after secondi prima di proporre un nuovo invio. L’ultimo codice resta valido fino alla scadenza. Invia il device_token di un dispositivo che ha già effettuato l’accesso: gli estranei non potranno farlo aspettare.',
    },
    'caller-throttled': {
      why: 'Ogni indirizzo IP può fare solo un certo numero di richieste, qualunque sia l’utente.',
      advice:
        'Attendi retry_after secondi prima di ogni richiesta. Un backend che chiama per tutti i suoi utenti deve chiedere al gestore limiti più alti.',
    },
    'sms-budget-spent': {
      why: 'Gli SMS verso ogni paese hanno un limite giornaliero, contro le frodi. Si rinnova a mezzanotte UTC.',
      advice: 'Proponi l’email. Altrimenti attendi retry_after secondi.',
    },
    'email-budget-spent': {
      why: 'Le email hanno un limite giornaliero, che contiene il costo di un’ondata di richieste. Si rinnova a mezzanotte UTC.',
      advice: 'Proponi l’SMS. Altrimenti attendi retry_after secondi.',
    },
    'service-throttled': {
      why: 'Sono arrivate insieme più richieste di quante ne gestisca l’intero servizio.',
      advice: 'Attendi retry_after secondi e riprova, ogni volta un po’ più tardi.',
    },
    'sms-not-supported': {
      why: 'Gli SMS sono disattivati, non vengono inviati in questo paese o il numero non è di un cellulare.',
      advice: 'Chiedi un indirizzo email o un numero di cellulare.',
    },
    'email-not-supported': {
      why: 'L’invio di codici via email è disattivato.',
      advice: 'Chiedi un numero di telefono.',
    },
    'delivery-failed': {
      why: 'Il servizio di email o SMS ha rifiutato il messaggio o non ha risposto in tempo.',
      advice:
        'Senza challenge_id non è stato inviato nulla: riprova. Se c’è, il codice può ancora arrivare: mostra il campo e, dopo un po’, proponi un altro codice.',
    },
    'code-invalid': {
      why: 'Le cifre non sono quelle inviate per questa verifica.',
      advice:
        'Lascia riprovare l’utente finché i18n_args.attempts_left è maggiore di 0. A 0 il codice è annullato: richiedine uno nuovo.',
    },
    'code-expired': {
      why: 'La verifica è terminata o non è mai esistita. Per sicurezza la risposta è la stessa in tutti i casi.',
      advice: 'Richiedi un nuovo codice.',
    },
    'internal-error': {
      why: 'Una parte del servizio non era raggiungibile o non ha funzionato. Nel dubbio non si invia nulla.',
      advice: 'Riprova più tardi. Se il problema continua, contattaci indicando request_id.',
    },
  },
};
