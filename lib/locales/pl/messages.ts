import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Twój kod {brand}',
    heading: 'Logowanie na konto {brand}',
    preheader: '{code} to Twój kod {brand}. Ważność: {lifetime}.',
    expiry: 'Ważność kodu: {lifetime}.',
    never: 'Nikomu go nie podawaj. Nigdy Cię o niego nie poprosimy.',
    asked: 'O kod poproszono {moment} UTC.',
    ignore: 'Jeśli to nie Ty, zignoruj tę wiadomość. Bez kodu nikt się nie zaloguje.',
    help: 'Pomoc: {support}',
  },
  sms: {
    full: '{code} to kod {brand}. Nie podawaj go nikomu. Czas na wpisanie: {lifetime}.',
    short: '{code} to kod {brand}. Nie podawaj go nikomu.',
    brief: '{code} to kod {brand}.',
  },
};
