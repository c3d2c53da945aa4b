import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: '電子郵件或手機號碼',
  email: '電子郵件',
  phone: '手機號碼',
  send: '取得驗證碼',
  code: '驗證碼已傳送至 {target}',
  signIn: '登入',
  resend: '重新傳送',
  resent: '已重新傳送。',
  change: '使用其他電子郵件或號碼',
  wait: '{seconds} 秒後可再試一次',
  signedIn: '您已登入。',
  noAnswer: '沒有收到回應，請檢查網路連線後再試一次。',
};
