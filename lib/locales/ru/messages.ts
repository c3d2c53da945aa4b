import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Ваш код подтверждения {brand}',
    heading: 'Вход в аккаунт {brand}',
    preheader: '{code} — ваш код подтверждения {brand}. Срок действия: {lifetime}.',
    expiry: 'Срок действия кода: {lifetime}.',
    never: 'Никому не сообщайте этот код, даже нам: мы никогда не попросим его назвать.',
    asked: 'Код запрошен {moment} UTC.',
    ignore: 'Если вы не запрашивали код, просто проигнорируйте это письмо: без кода ничего не произойдёт.',
    help: 'Помощь: {support}',
  },
  sms: {
    full: '{code} — код для {brand}. Никому его не сообщайте. Действует: {lifetime}',
    short: '{code} — код {brand}. Никому не сообщайте',
    brief: '{code} — код для {brand}',
  },
};
