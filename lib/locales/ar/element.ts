import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'البريد الإلكتروني أو رقم الهاتف',
  email: 'البريد الإلكتروني',
  phone: 'رقم الهاتف',
  send: 'إرسال الرمز',
  code: 'أُرسل الرمز إلى {target}',
  signIn: 'تسجيل الدخول',
  resend: 'إعادة الإرسال',
  resent: 'أُعيد إرسال الرمز.',
  change: 'استخدام عنوان أو رقم آخر',
  wait: 'متاح بعد {seconds} ث',
  signedIn: 'تم تسجيل دخولك.',
  noAnswer: 'لم نتلقَّ أي رد. تحقق من اتصالك بالإنترنت ثم حاول مرة أخرى.',
};
