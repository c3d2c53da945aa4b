import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'בקשה לא תקינה',
      detail: 'חלק מהשדות חסרים או שגויים. הפרטים מופיעים ב-errors.',
    },
    'malformed-body': {
      title: 'גוף הבקשה שגוי',
      detail: 'אי אפשר לקרוא את גוף הבקשה כ-JSON, או שיש בו מפתח אסור כגון __proto__.',
    },
    'unsupported-media': {
      title: 'סוג התוכן אינו נתמך',
      detail: 'שלחו את גוף הבקשה כ-JSON, עם הכותרת Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'גוף הבקשה גדול מדי',
      detail: 'גוף הבקשה יכול להכיל עד {max_bytes} בתים.',
    },
    'not-found': {
      title: 'לא נמצא',
      detail: 'אין דבר בכתובת הזאת.',
    },
    'method-not-allowed': {
      title: 'השיטה אינה מותרת',
      detail: 'הכתובת הזאת מקבלת רק את השיטות שמופיעות בכותרת Allow.',
    },
    forbidden: {
      title: 'הגישה נדחתה',
      detail: 'הבקשה נדחתה על ידי חומת האש.',
    },
    'target-throttled': {
      title: 'יותר מדי קודים לכתובת או למספר הזה',
      detail: 'התבקשו קודים לעיתים קרובות מדי. אפשר לנסות שוב בעוד {wait}.',
    },
    'caller-throttled': {
      title: 'יותר מדי בקשות',
      detail: 'הגיעו יותר מדי בקשות מהרשת שלכם. אפשר לנסות שוב בעוד {wait}.',
    },
    'sms-budget-spent': {
      title: 'מכסת ה-SMS היומית נוצלה',
      detail: 'המכסה היומית של הודעות SMS למדינה הזאת נוצלה. אפשר לנסות שוב בעוד {wait} או להשתמש בדוא״ל.',
    },
    'email-budget-spent': {
      title: 'מכסת הדוא״ל היומית נוצלה',
      detail: 'המכסה היומית של הודעות דוא״ל נוצלה. אפשר לנסות שוב בעוד {wait} או להשתמש במספר טלפון.',
    },
    'service-throttled': {
      title: 'השירות עמוס',
      detail: 'השירות מקבל יותר בקשות משהוא יכול לטפל בהן בבת אחת. אפשר לנסות שוב בעוד {wait}.',
    },
    'sms-not-supported': {
      title: 'אי אפשר לשלוח SMS למספר הזה',
      detail: 'אנחנו לא שולחים SMS למדינה הזאת או לסוג המספר הזה. אפשר להשתמש במספר נייד או בדוא״ל.',
    },
    'email-not-supported': {
      title: 'דוא״ל אינו זמין',
      detail: 'כאן לא נשלחים קודים בדוא״ל. אפשר להשתמש במספר טלפון.',
    },
    'delivery-failed': {
      title: 'הקוד לא נשלח',
      detail: 'לא הצלחנו לשלוח את הקוד. אפשר לנסות שוב מייד.',
    },
    'code-invalid': {
      title: 'קוד שגוי',
      detail: 'הקוד אינו נכון. ניסיונות שנותרו: {attempts_left}.',
    },
    'code-expired': {
      title: 'הקוד כבר אינו תקף',
      detail: 'תוקף הקוד פג, הקוד כבר נוצל או שהיו יותר מדי ניסיונות שגויים. בקשו קוד חדש.',
    },
    'internal-error': {
      title: 'שגיאה פנימית',
      detail: 'משהו השתבש אצלנו. נסו שוב מאוחר יותר. אם הבעיה נמשכת, פנו אלינו וציינו את request_id.',
    },
  },
  deliveryUnknown: 'לא ברור אם הקוד נשלח. אם הוא יגיע, השתמשו בו יחד עם challenge_id; אם לא, בקשו קוד חדש.',
  targetLocked: 'הוקלדו יותר מדי קודים שגויים. אפשר לנסות שוב בעוד {wait}.',
  violations: {
    required: 'ציינו email או phone.',
    conflict: 'ציינו email או phone, לא את שניהם.',
    type: 'חייב להיות מחרוזת.',
    range: 'ארוך מדי.',
    'email.format': 'חייב להיות כתובת דוא״ל אחת, כגון name@example.com.',
    'phone.format': 'חייב להיות מספר טלפון בתבנית בינלאומית, כגון \u200e+12025550123.',
    'code.required': 'הקלידו את הקוד שנשלח.',
    'code.format': 'הקלידו את כל ספרות הקוד, ללא תווים נוספים.',
    'challenge_id.required': 'ציינו את challenge_id שהתקבל בעת בקשת הקוד.',
    'challenge_id.format': 'חייב להיות challenge_id בדיוק כפי שהתקבל.',
    'nonce.format': 'חייב לכלול רק תווי ASCII גלויים, ללא רווחים.',
    'Idempotency-Key.format': 'חייב להיות מחרוזת במירכאות כפולות (RFC 9651) באורך 16 תווים לפחות.',
  },
};
