import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'קוד האימות שלך ב-{brand}',
    heading: 'כניסה אל {brand}',
    preheader: '{code} הוא קוד האימות שלך ב-{brand}. בתוקף למשך {lifetime}.',
    expiry: 'הקוד בתוקף למשך {lifetime}.',
    never: 'אין למסור אותו לאיש. אף אחד לא יבקש אותו ממך, גם לא אנחנו.',
    asked: 'הקוד התבקש ב-{moment} UTC.',
    ignore: 'אם הבקשה לא הגיעה ממך, אפשר להתעלם מההודעה: בלי הקוד לא יקרה דבר.',
    help: 'עזרה: {support}',
  },
  sms: {
    full: '{code} הוא קוד {brand}, בתוקף למשך {lifetime}. אין למסור אותו לאיש.',
    short: '{code} הוא קוד {brand}. אין למסור לאיש',
    brief: '{code} הוא קוד {brand}',
  },
};
