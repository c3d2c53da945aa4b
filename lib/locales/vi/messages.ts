import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: 'Mã xác minh {brand} của bạn',
    heading: 'Đăng nhập vào {brand}',
    preheader: '{code} là mã {brand} của bạn, có hiệu lực trong {lifetime}.',
    expiry: 'Mã có hiệu lực trong {lifetime}.',
    never: 'Không chia sẻ mã với bất kỳ ai. Không ai có quyền hỏi bạn mã này, kể cả chúng tôi.',
    asked: 'Mã được yêu cầu {moment} UTC.',
    ignore: 'Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: không có mã này thì không ai làm được gì.',
    help: 'Trợ giúp: {support}',
  },
  sms: {
    full: '{code} là mã {brand} của bạn. Hiệu lực: {lifetime}. Không cho ai biết mã.',
    short: '{code} là mã {brand}. Đừng cho ai biết',
    brief: '{code} là mã {brand}',
  },
};
