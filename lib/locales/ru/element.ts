import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Эл. почта или номер телефона',
  email: 'Электронная почта',
  phone: 'Номер телефона',
  send: 'Получить код',
  code: 'Код отправлен на {target}',
  signIn: 'Войти',
  resend: 'Отправить ещё раз',
  resent: 'Отправлено ещё раз.',
  change: 'Указать другой адрес или номер',
  wait: 'Повторить через {seconds} с',
  signedIn: 'Вы вошли.',
  noAnswer: 'Сервер не отвечает. Проверьте соединение и попробуйте ещё раз.',
};
