import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'メールアドレスまたは電話番号',
  email: 'メールアドレス',
  phone: '電話番号',
  send: 'コードを送信',
  code: '{target} に送信したコード',
  signIn: 'サインイン',
  resend: 'コードを再送信',
  resent: '再送信しました。',
  change: '別のメールアドレスまたは電話番号を使う',
  wait: '{seconds} 秒後に再試行できます',
  signedIn: 'サインインしました。',
  noAnswer: '応答がありませんでした。接続を確認して、もう一度お試しください。',
};
