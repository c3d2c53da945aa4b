import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'דוא״ל או מספר טלפון',
  email: 'דוא״ל',
  phone: 'מספר טלפון',
  send: 'שלחו לי קוד',
  code: 'הקוד נשלח אל {target}',
  signIn: 'כניסה',
  resend: 'שליחה חוזרת',
  resent: 'הקוד נשלח שוב.',
  change: 'שינוי הכתובת או המספר',
  wait: 'שליחה חוזרת בעוד {seconds} שנ׳',
  signedIn: 'הכניסה הושלמה.',
  noAnswer: 'לא התקבלה תשובה. בדקו את החיבור ונסו שוב.',
};
