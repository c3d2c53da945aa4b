import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'رمز التحقق الخاص بك في {brand}',
    preheader: '{code} هو رمز التحقق الخاص بك في {brand}. مدة الصلاحية: {lifetime}.',
    expiry: 'مدة صلاحية الرمز: {lifetime}.',
    never: 'لا تشارك الرمز مع أحد. لن يطلبه منك أحد أبدًا، ولا حتى نحن.',
    asked: 'طُلب الرمز في {moment} UTC.',
    ignore: 'إذا لم تكن أنت من طلبه، فتجاهل هذه الرسالة: لن يحدث شيء دون الرمز.',
  },
  sms: {
    full: '{code} هو رمز {brand}. لا تشاركه مع أحد. الصلاحية: {lifetime}',
    short: '{code} هو رمز {brand}. لا تشاركه مع أحد',
    brief: '{code} هو رمز {brand}',
  },
};
