import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: '잘못된 요청',
      detail: '누락되거나 잘못된 항목이 있습니다. 자세한 내용은 errors를 확인하세요.',
    },
    'malformed-body': {
      title: '잘못된 본문',
      detail: '본문을 JSON으로 읽을 수 없거나 __proto__처럼 허용되지 않는 키가 있습니다.',
    },
    'unsupported-media': {
      title: '지원하지 않는 미디어 유형',
      detail: 'Content-Type: application/json 헤더와 함께 본문을 JSON으로 보내세요.',
    },
    'body-too-large': {
      title: '본문이 너무 큼',
      detail: '본문은 최대 {max_bytes}바이트까지 보낼 수 있습니다.',
    },
    'not-found': {
      title: '찾을 수 없음',
      detail: '요청한 주소를 찾을 수 없습니다.',
    },
    'method-not-allowed': {
      title: '허용되지 않는 메서드',
      detail: '이 주소에서는 Allow 헤더에 있는 메서드만 쓸 수 있습니다.',
    },
    forbidden: {
      title: '접근 거부됨',
      detail: '방화벽이 요청을 거부했습니다.',
    },
    'target-throttled': {
      title: '이 이메일 또는 전화번호로 보낸 코드가 너무 많음',
      detail: '코드를 너무 자주 요청했습니다. {wait} 후에 다시 시도하세요.',
    },
    'caller-throttled': {
      title: '요청이 너무 많음',
      detail: '사용 중인 네트워크에서 너무 많은 요청이 발생했습니다. {wait} 후에 다시 시도하세요.',
    },
    'sms-budget-spent': {
      title: '오늘의 문자 메시지 발송 한도 초과',
      detail:
        '오늘 이 국가로 보낼 수 있는 문자 메시지 한도에 도달했습니다. {wait} 후에 다시 시도하거나 이메일을 사용하세요.',
    },
    'email-budget-spent': {
      title: '오늘의 이메일 발송 한도 초과',
      detail: '오늘 보낼 수 있는 이메일 한도에 도달했습니다. {wait} 후에 다시 시도하거나 전화번호를 사용하세요.',
    },
    'service-throttled': {
      title: '서비스가 혼잡함',
      detail: '지금 요청이 몰리고 있습니다. {wait} 후에 다시 시도하세요.',
    },
    'sms-not-supported': {
      title: '이 번호로 문자 메시지를 보낼 수 없음',
      detail: '이 국가나 이런 종류의 번호로는 문자 메시지를 보내지 않습니다. 휴대전화 번호나 이메일을 사용하세요.',
    },
    'email-not-supported': {
      title: '이메일을 사용할 수 없음',
      detail: '이 서비스에서는 이메일로 코드를 보내지 않습니다. 전화번호를 사용하세요.',
    },
    'delivery-failed': {
      title: '코드를 보내지 못함',
      detail: '코드를 보내지 못했습니다. 바로 다시 시도할 수 있습니다.',
    },
    'code-invalid': {
      title: '잘못된 코드',
      detail: '코드가 올바르지 않습니다. 남은 시도 횟수는 {attempts_left}회입니다.',
    },
    'code-expired': {
      title: '더 이상 유효하지 않은 코드',
      detail: '코드가 만료되었거나, 이미 사용되었거나, 시도 횟수를 초과했습니다. 새 코드를 요청하세요.',
    },
    'internal-error': {
      title: '내부 오류',
      detail: '서비스에 문제가 생겼습니다. 나중에 다시 시도하고, 계속되면 request_id를 알려 주세요.',
    },
  },
  deliveryUnknown:
    '코드를 보냈는지 확인할 수 없습니다. 도착하면 challenge_id와 함께 사용하고, 도착하지 않으면 다시 요청하세요.',
  targetLocked: '잘못된 코드를 너무 여러 번 입력했습니다. {wait} 후에 다시 시도하세요.',
  violations: {
    required: 'email 또는 phone을 입력하세요.',
    conflict: 'email과 phone 중 하나만 입력하세요.',
    type: '문자열이어야 합니다.',
    range: '너무 깁니다.',
    'email.format': 'name@example.com과 같은 이메일 주소 하나여야 합니다.',
    'phone.format': '+12025550123과 같은 국제 형식의 전화번호여야 합니다.',
    'code.required': '받은 코드를 입력하세요.',
    'code.format': '코드의 모든 자리를 숫자로만 입력하세요.',
    'challenge_id.required': '코드를 요청할 때 받은 challenge_id를 입력하세요.',
    'challenge_id.format': '받은 challenge_id 그대로여야 합니다.',
    'nonce.format': '공백을 제외한 출력 가능한 ASCII 문자만 사용해야 합니다.',
    'Idempotency-Key.format': '큰따옴표로 묶은 16자 이상의 문자열(RFC 9651)이어야 합니다.',
  },
};
