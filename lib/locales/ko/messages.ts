import type { Messages } from '../catalog.ts';

export const messages: Messages = {
  email: {
    subject: '{brand} 인증 코드',
    heading: '{brand} 로그인',
    preheader: '{code}: {brand} 인증 코드입니다. 유효 시간은 {lifetime}입니다.',
    expiry: '유효 시간은 {lifetime}입니다.',
    never: '저희 직원을 포함해 누구에게도 알려 주지 마세요. 저희는 어떤 경우에도 코드를 묻지 않습니다.',
    asked: '요청 시각: {moment} UTC',
    ignore: '직접 요청하지 않았다면 이 메일을 무시하세요. 코드를 알려 주지 않으면 아무 일도 일어나지 않습니다.',
    help: '도움말: {support}',
  },
  sms: {
    full: '[{brand}] 인증 코드 {code}. {lifetime} 안에 입력하세요. 타인 노출 금지',
    short: '[{brand}] 인증 코드 {code}. 타인 노출 금지',
    brief: '[{brand}] 인증 코드 {code}',
  },
};
