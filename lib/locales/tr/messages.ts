import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '{brand} kodunuz',
    heading: '{brand} hesabınıza giriş yapın',
    preheader: '{code}, {brand} kodunuzdur. Geçerlilik süresi: {lifetime}.',
    expiry: 'Kodun geçerlilik süresi: {lifetime}.',
    never: 'Kodu kimseyle paylaşmayın. Biz dâhil hiç kimse sizden bu kodu istemez.',
    asked: 'İstek zamanı: {moment} UTC.',
    ignore: 'Bu isteği siz yapmadıysanız bu iletiyi dikkate almayın; kod olmadan hiçbir işlem yapılamaz.',
    help: 'Yardım: {support}',
  },
  sms: {
    full: '{brand} kodunuz: {code}. Süre: {lifetime}. Kimseye vermeyin.',
    short: '{brand} kodunuz: {code}. Kimseye vermeyin.',
    brief: '{brand} kodunuz: {code}',
  },
};
