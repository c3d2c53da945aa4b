import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Je {brand}-code',
    heading: 'Inloggen bij {brand}',
    preheader: '{code} is je {brand}-code. Hij is {lifetime} geldig.',
    expiry: 'De code is {lifetime} geldig.',
    never: 'Deel hem nooit met anderen. Niemand zal je er ooit om vragen, ook wij niet.',
    asked: 'Aangevraagd op {moment} UTC.',
    ignore: 'Was jij dit niet? Negeer dit bericht dan: zonder de code gebeurt er niets.',
    help: 'Hulp: {support}',
  },
  sms: {
    full: '{code} is je {brand}-code, {lifetime} geldig. Deel hem met niemand.',
    short: '{code} is je {brand}-code. Deel hem met niemand.',
    brief: '{code} is je {brand}-code.',
  },
};
