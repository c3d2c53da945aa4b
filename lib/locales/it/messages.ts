import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Il tuo codice {brand}',
    heading: 'Accedi al tuo account {brand}',
    preheader: '{code} è il tuo codice {brand}, valido per {lifetime}.',
    expiry: 'Il codice è valido per {lifetime}.',
    never: 'Non condividerlo mai. Nessuno te lo chiederà, nemmeno noi.',
    asked: 'Data della richiesta: {moment} UTC.',
    ignore: 'Se non l’hai richiesto tu, ignora questo messaggio: senza il codice non succede nulla.',
    help: 'Assistenza: {support}',
  },
  sms: {
    full: '{code} è il tuo codice {brand}, valido per {lifetime}. Non condividerlo con nessuno.',
    short: '{code} è il tuo codice {brand}. Non condividerlo con nessuno.',
    brief: '{code} è il tuo codice {brand}.',
  },
};
