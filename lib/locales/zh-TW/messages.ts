import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '您的 {brand} 驗證碼',
    heading: '登入 {brand}',
    preheader: '{code} 是您的 {brand} 驗證碼，{lifetime}內有效。',
    expiry: '驗證碼於 {lifetime}內有效。',
    never: '請勿將驗證碼告訴任何人。我們絕不會向您索取驗證碼。',
    asked: '索取時間：{moment} UTC。',
    ignore: '若非您本人操作，請忽略這封郵件；他人沒有驗證碼就無法登入。',
    help: '取得協助：{support}',
  },
  sms: {
    full: '【{brand}】驗證碼 {code}，{lifetime}內有效，請勿外洩。',
    short: '【{brand}】驗證碼 {code}，請勿外洩。',
    brief: '【{brand}】驗證碼 {code}',
  },
};
