import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Ваш код подтверждения {brand}',
    preheader: '{code} — ваш код подтверждения {brand}. Срок действия: {lifetime}.',
    expiry: 'Срок действия кода: {lifetime}.',
    never: 'Никому его не сообщайте. Никто никогда его не спросит, даже мы.',
    asked: 'Код запрошен {moment} UTC.',
    ignore: 'Если это были не вы, просто проигнорируйте письмо: без кода ничего не произойдёт.',
  },
  sms: {
    full: '{code} — код для {brand}. Никому его не сообщайте. Действует: {lifetime}',
    short: '{code} — код {brand}. Никому не сообщайте',
    brief: '{code} — код для {brand}',
  },
};
