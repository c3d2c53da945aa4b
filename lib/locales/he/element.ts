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
  change: 'שימוש בכתובת או במספר אחרים',
  wait: 'אפשר שוב בעוד {seconds} שנ׳',
  signedIn: 'נכנסת בהצלחה.',
  noAnswer: 'לא התקבלה תשובה. בדקו את החיבור ונסו שוב.',
};
