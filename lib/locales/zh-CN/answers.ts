import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: '请求无效',
      detail: '某些字段缺失或有误，详见 errors。',
    },
    'malformed-body': {
      title: '请求体格式错误',
      detail: '请求体不是有效的 JSON，或含有不允许的键，例如 __proto__。',
    },
    'unsupported-media': {
      title: '不支持的媒体类型',
      detail: '请以 JSON 发送请求体，并设置请求头 Content-Type: application/json。',
    },
    'body-too-large': {
      title: '请求体过大',
      detail: '请求体最多为 {max_bytes} 字节。',
    },
    'not-found': {
      title: '未找到',
      detail: '请求的资源不存在。',
    },
    'method-not-allowed': {
      title: '不支持的请求方法',
      detail: '此地址只接受 Allow 响应头中列出的方法。',
    },
    forbidden: {
      title: '禁止访问',
      detail: '请求被防火墙拒绝。',
    },
    'target-throttled': {
      title: '此邮箱或号码请求验证码过于频繁',
      detail: '请求验证码过于频繁，请在{wait}后重试。',
    },
    'caller-throttled': {
      title: '请求过于频繁',
      detail: '来自您网络的请求过多，请在{wait}后重试。',
    },
    'sms-budget-spent': {
      title: '今日短信额度已用完',
      detail: '今日发往该国家或地区的短信额度已用完，请在{wait}后重试，或改用邮箱。',
    },
    'email-budget-spent': {
      title: '今日邮件额度已用完',
      detail: '今日邮件额度已用完，请在{wait}后重试，或改用手机号码。',
    },
    'service-throttled': {
      title: '服务繁忙',
      detail: '服务当前请求过多，请在{wait}后重试。',
    },
    'sms-not-supported': {
      title: '无法向此号码发送短信',
      detail: '不支持向该国家/地区或此类号码发送短信，请改用其他手机号码或邮箱。',
    },
    'email-not-supported': {
      title: '不支持邮箱',
      detail: '不支持通过邮件发送验证码，请使用手机号码。',
    },
    'delivery-failed': {
      title: '验证码发送失败',
      detail: '验证码未能发出，您可以立即重试。',
    },
    'code-invalid': {
      title: '验证码错误',
      detail: '验证码不正确，剩余尝试次数：{attempts_left}。',
    },
    'code-expired': {
      title: '验证码已失效',
      detail: '验证码已过期、已使用或尝试次数过多，请重新获取。',
    },
    'internal-error': {
      title: '内部错误',
      detail: '服务出现问题，请稍后重试；如问题持续，请提供 request_id。',
    },
  },
  deliveryUnknown: '无法确定验证码是否已发出。若收到，请与 challenge_id 一起使用；若未收到，请重新获取。',
  targetLocked: '验证码错误次数过多，请在{wait}后重试。',
  violations: {
    required: '请提供 email 或 phone。',
    conflict: 'email 与 phone 只能提供一个。',
    type: '必须是字符串。',
    range: '过长。',
    'email.format': '必须是一个邮箱地址，例如 name@example.com。',
    'phone.format': '必须是国际格式的电话号码，例如 +12025550123。',
    'code.required': '请提供收到的验证码。',
    'code.format': '必须是完整的验证码，且只能包含数字。',
    'challenge_id.required': '请提供请求验证码时返回的 challenge_id。',
    'challenge_id.format': '必须是返回的 challenge_id 原值。',
    'nonce.format': '必须是可见的 ASCII 字符，不含空格。',
    'Idempotency-Key.format': '必须是双引号括起的字符串（RFC 9651），至少 16 个字符。',
  },
};
