import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: '问题',
    intro: '所有错误响应均属于以下问题之一。',
    why: '原因',
    advice: '如何处理',
    example: '示例',
    fields: '字段',
  },
  problems: {
    'invalid-request': {
      why: '某个字段缺失、类型或格式错误，同时提供了互斥的字段，或 Idempotency-Key 格式有误。',
      advice: '在对应字段旁显示每条说明，让用户修改。不要原样重发。',
    },
    'malformed-body': {
      why: '请求体不完整、不是 JSON，或含有客户端不应发送的键，例如 __proto__。',
      advice: '修正客户端：使用 JSON 库编码请求体。',
    },
    'unsupported-media': {
      why: 'Content-Type 缺失，或不是 JSON。',
      advice: '修正客户端：发送 Content-Type: application/json。',
    },
    'body-too-large': {
      why: '请求验证码的请求体应当很小，而此请求体过大。',
      advice: '修正客户端：只发送接口说明中列出的字段。',
    },
    'not-found': {
      why: '路径有误，或从未存在。',
      advice: '请对照 /openapi.json 中的接口说明检查路径。',
    },
    'method-not-allowed': {
      why: '路径正确，但 HTTP 方法不对。',
      advice: '请使用 Allow 响应头中列出的方法。',
    },
    forbidden: {
      why: '防火墙根据来源或内容将此请求判定为攻击。',
      advice: '不要重试。如为误判，请联系我们并提供 request_id。',
    },
    'target-throttled': {
      why: '每个邮箱或号码在一段时间内可接收的验证码次数有限，其中每个网络地址或曾登录过的设备只能请求一部分。多次输入错误后，为防止猜测，会停止发送一天或更久：先停止响应请求过这些验证码的网络地址，再停止响应除曾登录过的设备以外的所有请求方。',
      advice:
        '倒计时 retry_after 秒后再提供重新发送选项。上一个验证码在过期前仍然有效。如果设备曾登录过，请附上其 device_token，这样他人的请求不会导致该设备等待。',
    },
    'caller-throttled': {
      why: '无论为哪个用户请求，每个网络地址的请求次数都有限。',
      advice: '等待 retry_after 秒后再发送任何请求。为所有用户代发请求的后端应请运营方提高限额。',
    },
    'sms-budget-spent': {
      why: '发往每个国家或地区的短信设有每日限额，以防欺诈；限额在 UTC 零点恢复。',
      advice: '请提供邮箱方式，否则等待 retry_after 秒。',
    },
    'email-budget-spent': {
      why: '邮件设有每日限额，以限制恶意请求造成的费用；限额在 UTC 零点恢复。',
      advice: '请提供短信方式，否则等待 retry_after 秒。',
    },
    'service-throttled': {
      why: '同时到达的请求超过了服务的总容量。',
      advice: '等待 retry_after 秒后重试，每次适当延长间隔。',
    },
    'sms-not-supported': {
      why: '短信功能未启用、不支持该国家或地区，或该号码不是手机号码。',
      advice: '请用户提供邮箱或手机号码。',
    },
    'email-not-supported': {
      why: '邮件功能未启用。',
      advice: '请用户提供手机号码。',
    },
    'delivery-failed': {
      why: '邮件或短信服务拒绝了消息，或未及时响应。',
      advice:
        '若没有 challenge_id，则验证码未发送，可重试；若有，验证码仍可能送达：请显示输入框，稍后再提供重新发送选项。',
    },
    'code-invalid': {
      why: '输入的数字与此次发送的验证码不一致。',
      advice: '当 i18n_args.attempts_left 大于 0 时，允许用户重新输入；为 0 时请重新获取验证码。',
    },
    'code-expired': {
      why: '此次验证已结束或不存在。出于安全考虑，这些情况返回相同的响应。',
      advice: '请重新获取验证码。',
    },
    'internal-error': {
      why: '服务的某个部分无法访问或出现故障。无法确认状态时，服务不会发送任何内容。',
      advice: '请稍后重试。如问题持续，请联系我们并提供 request_id。',
    },
  },
};
