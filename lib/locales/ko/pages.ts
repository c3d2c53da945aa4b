import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: '오류 목록',
    intro: '성공이 아닌 응답은 모두 다음 오류 중 하나입니다.',
    why: '원인',
    advice: '해결 방법',
    example: '예시',
    fields: '항목',
  },
  problems: {
    'invalid-request': {
      why: '항목이 누락되었거나 유형 또는 형식이 잘못되었거나, 함께 보낼 수 없는 두 항목을 모두 보냈거나, Idempotency-Key 형식이 잘못되었습니다.',
      advice: '각 항목 옆에 설명을 표시해 사용자가 고칠 수 있게 하세요. 같은 내용을 다시 보내지 마세요.',
    },
    'malformed-body': {
      why: '본문이 중간에 끊겼거나 JSON이 아니거나, __proto__처럼 클라이언트에 필요 없는 키가 있습니다.',
      advice: '클라이언트를 수정하세요. JSON 라이브러리로 본문을 만드세요.',
    },
    'unsupported-media': {
      why: 'Content-Type이 없거나 JSON이 아닙니다.',
      advice: '클라이언트를 수정하세요. Content-Type: application/json을 보내세요.',
    },
    'body-too-large': {
      why: '요청 본문이 허용되는 크기를 넘었습니다.',
      advice: '클라이언트를 수정하세요. API 명세에 있는 항목만 보내세요.',
    },
    'not-found': {
      why: '경로가 잘못되었거나 존재하지 않습니다.',
      advice: '/openapi.json의 API 명세와 경로를 비교하세요.',
    },
    'method-not-allowed': {
      why: '경로는 맞지만 HTTP 메서드가 다릅니다.',
      advice: 'Allow 헤더에 있는 메서드를 사용하세요.',
    },
    forbidden: {
      why: '방화벽이 출처나 내용을 보고 공격으로 판단했습니다.',
      advice: '다시 시도하지 마세요. 정상적인 요청이 차단되었다면 request_id와 함께 문의하세요.',
    },
    'target-throttled': {
      why: '이메일 주소와 전화번호마다 일정 시간 동안 받을 수 있는 코드 수가 정해져 있으며, 각 네트워크 주소나 알려진 기기는 그중 일부만 요청할 수 있습니다. 잘못된 코드가 여러 번 입력되면 추측을 막기 위해 하루 이상 코드를 보내지 않습니다. 먼저 그 코드를 요청한 네트워크 주소의 요청을, 그다음에는 알려진 기기를 제외한 모든 요청을 거부합니다.',
      advice:
        'retry_after초를 카운트다운한 뒤 다시 보낼 수 있게 하세요. 마지막 코드는 만료될 때까지 유효합니다. 로그인한 적이 있는 기기라면 device_token을 함께 보내세요. 그러면 다른 사람의 요청 때문에 기다리지 않아도 됩니다.',
    },
    'caller-throttled': {
      why: '코드를 받는 사람과 관계없이 네트워크 주소마다 요청 횟수가 제한됩니다.',
      advice:
        '다음 요청 전에 retry_after초를 기다리세요. 모든 사용자를 대신해 호출하는 백엔드라면 운영자에게 한도를 높여 달라고 요청하세요.',
    },
    'sms-budget-spent': {
      why: '사기를 막기 위해 국가별로 문자 메시지 일일 한도를 두고 있습니다. 한도는 UTC 자정에 초기화됩니다.',
      advice: '이메일을 사용하도록 안내하세요. 그럴 수 없다면 retry_after초를 기다리세요.',
    },
    'email-budget-spent': {
      why: '요청이 몰릴 때의 비용을 제한하기 위해 이메일 일일 한도를 두고 있습니다. 한도는 UTC 자정에 초기화됩니다.',
      advice: '문자 메시지를 사용하도록 안내하세요. 그럴 수 없다면 retry_after초를 기다리세요.',
    },
    'service-throttled': {
      why: '서비스 전체가 처리할 수 있는 것보다 많은 요청이 한꺼번에 왔습니다.',
      advice: 'retry_after초를 기다린 뒤, 매번 간격을 조금씩 늘려 다시 시도하세요.',
    },
    'sms-not-supported': {
      why: '문자 메시지 발송이 비활성화되어 있거나, 이 국가로는 보내지 않거나, 휴대전화 번호가 아닙니다.',
      advice: '이메일 주소나 휴대전화 번호를 입력받으세요.',
    },
    'email-not-supported': {
      why: '이 서비스에서는 이메일 발송이 비활성화되어 있습니다.',
      advice: '전화번호를 입력받으세요.',
    },
    'delivery-failed': {
      why: '이메일 또는 문자 메시지 서비스가 메시지를 거부했거나 제때 응답하지 않았습니다.',
      advice:
        'challenge_id가 없으면 아무것도 보내지 않은 것이니 다시 시도하세요. 있으면 코드가 도착할 수 있으니 입력란을 보여 주고, 잠시 뒤 새 코드를 요청할 수 있게 하세요.',
    },
    'code-invalid': {
      why: '입력한 숫자가 이번 인증을 위해 보낸 코드와 다릅니다.',
      advice:
        'i18n_args.attempts_left가 0보다 크면 다시 입력할 수 있게 하세요. 0이면 코드를 더 쓸 수 없으니 새 코드를 요청하세요.',
    },
    'code-expired': {
      why: '이 인증은 끝났거나 존재하지 않습니다. 안전을 위해 모든 경우에 같은 응답을 보냅니다.',
      advice: '새 코드를 요청하세요.',
    },
    'internal-error': {
      why: '서비스의 일부에 연결할 수 없거나 장애가 발생했습니다. 확실하지 않으면 아무것도 보내지 않습니다.',
      advice: '나중에 다시 시도하세요. 계속되면 request_id와 함께 문의하세요.',
    },
  },
};
