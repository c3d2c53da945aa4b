import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Din kod till {brand}',
    heading: 'Logga in på {brand}',
    preheader: '{code} är din kod till {brand}. Den gäller i {lifetime}.',
    expiry: 'Koden gäller i {lifetime}.',
    never: 'Dela den aldrig med någon. Ingen kommer någonsin att be dig om den, inte ens vi.',
    asked: 'Koden begärdes den {moment} UTC.',
    ignore: 'Om det inte var du kan du bortse från det här mejlet: utan koden händer ingenting.',
    help: 'Hjälp: {support}',
  },
  sms: {
    full: '{code} är din kod till {brand}. Den gäller i {lifetime}. Dela den inte med någon.',
    short: '{code} är din kod till {brand}. Dela den inte med någon.',
    brief: '{code} är din kod till {brand}.',
  },
};
