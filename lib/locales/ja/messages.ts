import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '{brand} の認証コード',
    heading: '{brand} にサインイン',
    preheader: '{code} は {brand} の認証コードです（有効期限：{lifetime}）。',
    expiry: '有効期限は{lifetime}です。',
    never: 'このコードは誰にも教えないでください。当社がコードをお尋ねすることは決してありません。',
    asked: 'リクエスト日時：{moment} UTC',
    ignore:
      'お心当たりのない場合は、このメールを無視してください。コードが入力されない限り、手続きが進むことはありません。',
    help: 'ヘルプ：{support}',
  },
  sms: {
    full: '{brand} 認証コード：{code}（有効期限 {lifetime}）他人に教えないでください',
    short: '{brand} 認証コード：{code}（他人に教えないでください）',
    brief: '{brand} 認証コード：{code}',
  },
};
