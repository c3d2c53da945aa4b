import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'リクエストが無効です',
      detail: '不足している項目、または誤りのある項目があります。詳細は errors をご覧ください。',
    },
    'malformed-body': {
      title: '本文の形式が正しくありません',
      detail: '本文を JSON として読み取れないか、__proto__ のような使用できないキーが含まれています。',
    },
    'unsupported-media': {
      title: 'サポートされていない形式です',
      detail: '本文は JSON とし、Content-Type: application/json ヘッダーを付けて送信してください。',
    },
    'body-too-large': {
      title: '本文が大きすぎます',
      detail: '本文は {max_bytes} バイト以内にしてください。',
    },
    'not-found': {
      title: '見つかりません',
      detail: '指定された URL は存在しません。',
    },
    'method-not-allowed': {
      title: '許可されていないメソッドです',
      detail: 'この URL では、Allow ヘッダーに示されたメソッドだけを使用できます。',
    },
    forbidden: {
      title: 'アクセスが拒否されました',
      detail: 'リクエストがファイアウォールに拒否されました。',
    },
    'target-throttled': {
      title: 'この宛先へのコード送信は制限されています',
      detail: 'コードのリクエストが多すぎます。{wait}後にもう一度お試しください。',
    },
    'caller-throttled': {
      title: 'リクエストが多すぎます',
      detail: 'お使いのネットワークからのリクエストが多すぎます。{wait}後にもう一度お試しください。',
    },
    'sms-budget-spent': {
      title: '本日の SMS 送信数が上限に達しました',
      detail:
        'この国・地域への本日の SMS 送信数が上限に達しました。{wait}後にもう一度お試しいただくか、メールをご利用ください。',
    },
    'email-budget-spent': {
      title: '本日のメール送信数が上限に達しました',
      detail: '本日のメール送信数が上限に達しました。{wait}後にもう一度お試しいただくか、電話番号をご利用ください。',
    },
    'service-throttled': {
      title: 'サービスが混み合っています',
      detail: '現在、リクエストが集中しています。{wait}後にもう一度お試しください。',
    },
    'sms-not-supported': {
      title: 'この番号には SMS を送信できません',
      detail:
        'この国・地域、またはこの種類の番号には SMS を送信していません。携帯電話番号またはメールをご利用ください。',
    },
    'email-not-supported': {
      title: 'メールは利用できません',
      detail: 'このサービスでは、メールによるコードの送信を行っていません。電話番号をご利用ください。',
    },
    'delivery-failed': {
      title: 'コードを送信できませんでした',
      detail: 'コードを送信できませんでした。すぐにもう一度お試しいただけます。',
    },
    'code-invalid': {
      title: 'コードが正しくありません',
      detail: 'コードが正しくありません。残りの試行回数：{attempts_left} 回',
    },
    'code-expired': {
      title: 'コードが無効になりました',
      detail:
        'コードが期限切れか使用済みであるか、試行回数の上限に達しています。新しいコードをリクエストしてください。',
    },
    'internal-error': {
      title: '内部エラー',
      detail:
        'サービスで問題が発生しました。しばらくしてからもう一度お試しください。解決しない場合は request_id をお知らせください。',
    },
  },
  deliveryUnknown:
    'コードを送信できたか確認できません。届いた場合は challenge_id と一緒に使用し、届かない場合はもう一度リクエストしてください。',
  targetLocked: '誤ったコードの入力が多すぎます。{wait}後にもう一度お試しください。',
  violations: {
    required: 'email または phone を指定してください。',
    conflict: 'email と phone は、どちらか一方だけを指定してください。',
    type: '文字列で指定してください。',
    range: '長すぎます。',
    'email.format': 'name@example.com のようなメールアドレスを 1 つ指定してください。',
    'phone.format': '+12025550123 のような国際形式の電話番号を指定してください。',
    'code.required': '届いたコードを入力してください。',
    'code.format': 'コードは、すべての桁を数字だけで入力してください。',
    'challenge_id.required': 'コードをリクエストしたときに受け取った challenge_id を指定してください。',
    'challenge_id.format': '受け取った challenge_id をそのまま指定してください。',
    'nonce.format': '空白を含まない、表示可能な ASCII 文字で指定してください。',
    'Idempotency-Key.format': '二重引用符で囲んだ 16 文字以上の文字列（RFC 9651）で指定してください。',
  },
};
