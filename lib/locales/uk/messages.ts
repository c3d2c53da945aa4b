import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Ваш код підтвердження {brand}',
    heading: 'Вхід до облікового запису {brand}',
    preheader: '{code} — ваш код підтвердження {brand}. Строк дії: {lifetime}.',
    expiry: 'Строк дії коду: {lifetime}.',
    never: 'Нікому його не повідомляйте. Ніхто, навіть ми, ніколи не попросить вас його назвати.',
    asked: 'Код запитали {moment} UTC.',
    ignore: 'Якщо це були не ви, просто проігноруйте цей лист: без коду нічого не станеться.',
    help: 'Допомога: {support}',
  },
  sms: {
    full: '{code} — код для {brand}. Нікому його не кажіть. Строк дії: {lifetime}',
    short: '{code} — код {brand}. Нікому не кажіть',
    brief: '{code} — ваш код {brand}',
  },
};
