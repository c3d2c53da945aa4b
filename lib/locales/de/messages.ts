import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Ihr {brand}-Code',
    preheader: '{code} ist Ihr {brand}-Code. Gültigkeit: {lifetime}.',
    expiry: 'Er ist {lifetime} gültig.',
    never: 'Geben Sie ihn niemals weiter. Niemand wird Sie je danach fragen, auch wir nicht.',
    asked: 'Er wurde am {moment} UTC angefordert.',
    ignore: 'Falls Sie das nicht waren, ignorieren Sie diese Nachricht einfach: Ohne den Code passiert nichts.',
  },
  sms: {
    full: '{code} ist Ihr {brand}-Code, {lifetime} gültig. Geben Sie ihn nicht weiter.',
    short: '{code} ist Ihr {brand}-Code. Geben Sie ihn nicht weiter.',
    brief: '{code} ist Ihr {brand}-Code.',
  },
};
