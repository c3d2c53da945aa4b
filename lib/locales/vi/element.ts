import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Email hoặc số điện thoại',
  email: 'Địa chỉ email',
  phone: 'Số điện thoại',
  send: 'Gửi mã cho tôi',
  code: 'Mã đã gửi đến {target}',
  signIn: 'Đăng nhập',
  resend: 'Gửi lại mã',
  resent: 'Đã gửi lại mã.',
  change: 'Dùng email hoặc số khác',
  wait: 'Thử lại sau {seconds} giây',
  signedIn: 'Bạn đã đăng nhập.',
  noAnswer: 'Không có phản hồi. Hãy kiểm tra kết nối rồi thử lại.',
};
