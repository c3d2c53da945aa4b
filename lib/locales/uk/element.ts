import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Ел. пошта або номер телефону',
  email: 'Електронна пошта',
  phone: 'Номер телефону',
  send: 'Отримати код',
  code: 'Код надіслано на {target}',
  signIn: 'Увійти',
  resend: 'Надіслати ще раз',
  resent: 'Надіслано ще раз.',
  change: 'Вказати іншу адресу або номер',
  wait: 'Знову через {seconds} с',
  signedIn: 'Ви увійшли.',
  noAnswer: 'Відповіді немає. Перевірте з’єднання та спробуйте ще раз.',
};
