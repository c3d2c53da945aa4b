import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'E-posta veya telefon numarası',
  email: 'E-posta',
  phone: 'Telefon numarası',
  send: 'Kod gönder',
  code: '{target} için gönderilen kod',
  signIn: 'Giriş yap',
  resend: 'Yeniden gönder',
  resent: 'Kod yeniden gönderildi.',
  change: 'Başka bir adres veya numara kullan',
  wait: '{seconds} sn sonra yeniden gönder',
  signedIn: 'Giriş yaptınız.',
  noAnswer: 'Yanıt gelmedi. Bağlantınızı kontrol edip yeniden deneyin.',
};
