import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Ihr Code für {brand}',
    heading: 'Bei {brand} anmelden',
    preheader: '{code} ist Ihr Code für {brand}. Gültigkeit: {lifetime}.',
    expiry: 'Der Code ist {lifetime} gültig.',
    never: 'Geben Sie ihn niemals weiter. Auch wir werden Sie nie danach fragen.',
    asked: 'Er wurde am {moment} UTC angefordert.',
    ignore: 'Falls Sie das nicht waren, ignorieren Sie diese Nachricht einfach: Ohne den Code passiert nichts.',
    help: 'Hilfe: {support}',
  },
  sms: {
    full: '{code} ist Ihr {brand}-Code, {lifetime} gültig. Geben Sie ihn nicht weiter.',
    short: '{code} ist Ihr {brand}-Code. Geben Sie ihn nicht weiter.',
    brief: '{code} ist Ihr {brand}-Code.',
  },
};
