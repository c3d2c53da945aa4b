import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'رمز التحقق الخاص بك في {brand}',
    heading: 'تسجيل الدخول إلى {brand}',
    preheader: '{code} هو رمز التحقق الخاص بك في {brand}. مدة الصلاحية: {lifetime}.',
    expiry: 'مدة صلاحية الرمز: {lifetime}.',
    never: 'لا تشارك الرمز مع أحد. لن نطلبه منك أبدًا.',
    asked: 'طُلب الرمز في {moment} UTC.',
    ignore: 'إذا لم تكن أنت من طلب الرمز، فتجاهل هذه الرسالة: لن يتم أي إجراء من دونه.',
    help: 'المساعدة: {support}',
  },
  sms: {
    full: '{code} هو رمز {brand}. لا تشاركه مع أحد. الصلاحية: {lifetime}',
    short: '{code} هو رمز {brand}. لا تشاركه مع أحد',
    brief: '{code} هو رمز {brand}',
  },
};
