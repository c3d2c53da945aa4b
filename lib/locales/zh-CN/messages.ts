import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '您的 {brand} 验证码',
    heading: '登录 {brand}',
    preheader: '{code} 是您的 {brand} 验证码，{lifetime}内有效。',
    expiry: '验证码在{lifetime}内有效。',
    never: '请勿将验证码告诉任何人，我们也绝不会向您索要验证码。',
    asked: '请求时间：{moment} UTC。',
    ignore: '如非本人操作，请忽略此邮件；没有验证码，他人无法继续操作。',
    help: '帮助：{support}',
  },
  sms: {
    full: '【{brand}】验证码 {code}，{lifetime}内有效，请勿泄露。',
    short: '【{brand}】验证码 {code}，请勿泄露。',
    brief: '【{brand}】验证码 {code}',
  },
};
