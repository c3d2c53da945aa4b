import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: '邮箱或手机号码',
  email: '邮箱',
  phone: '手机号码',
  send: '获取验证码',
  code: '验证码已发送至 {target}',
  signIn: '登录',
  resend: '重新发送',
  resent: '已重新发送。',
  change: '使用其他邮箱或号码',
  wait: '{seconds} 秒后可再次操作',
  signedIn: '您已登录。',
  noAnswer: '服务器未响应，请检查网络后重试。',
};
