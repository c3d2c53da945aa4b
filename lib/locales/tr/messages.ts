import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '{brand} kodunuz',
    preheader: '{code}, {brand} kodunuzdur. Geçerlilik süresi: {lifetime}.',
    expiry: 'Kodun geçerlilik süresi: {lifetime}.',
    never: 'Kodu kimseyle paylaşmayın. Bu kodu sizden hiç kimse istemez, biz bile.',
    asked: 'İstek zamanı: {moment} UTC.',
    ignore: 'Bu isteği siz yapmadıysanız iletiyi dikkate almayın: kod olmadan hiçbir şey olmaz.',
  },
  sms: {
    full: '{brand} kodunuz: {code}. Süre: {lifetime}. Kimseye vermeyin.',
    short: '{brand} kodunuz: {code}. Kimseye vermeyin.',
    brief: '{brand} kodunuz: {code}',
  },
};
