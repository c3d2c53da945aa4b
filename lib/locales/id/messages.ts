import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Kode {brand} Anda',
    heading: 'Masuk ke {brand}',
    preheader: '{code} adalah kode {brand} Anda, berlaku {lifetime}.',
    expiry: 'Kode berlaku selama {lifetime}.',
    never: 'Jangan berikan kode ini kepada siapa pun. Kami tidak akan pernah memintanya.',
    asked: 'Diminta pada {moment} UTC.',
    ignore: 'Jika bukan Anda yang meminta, abaikan saja email ini. Tanpa kode ini, tidak akan terjadi apa-apa.',
    help: 'Bantuan: {support}',
  },
  sms: {
    full: '{code} adalah kode {brand} Anda, berlaku {lifetime}. Jangan berikan kepada siapa pun.',
    short: '{code} adalah kode {brand} Anda. Jangan berikan kepada siapa pun.',
    brief: '{code} adalah kode {brand} Anda.',
  },
};
