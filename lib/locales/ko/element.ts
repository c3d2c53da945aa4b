import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: '이메일 또는 전화번호',
  email: '이메일',
  phone: '전화번호',
  send: '인증 코드 받기',
  code: '{target}(으)로 보낸 인증 코드',
  signIn: '로그인',
  resend: '다시 보내기',
  resent: '다시 보냈습니다.',
  change: '다른 이메일이나 번호 사용',
  wait: '{seconds}초 후 다시 시도 가능',
  signedIn: '로그인되었습니다.',
  noAnswer: '응답이 없습니다. 인터넷 연결을 확인한 후 다시 시도하세요.',
};
