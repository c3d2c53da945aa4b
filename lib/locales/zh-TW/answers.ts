import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: '請求無效',
      detail: '部分欄位缺漏或有誤，詳見 errors。',
    },
    'malformed-body': {
      title: '請求內容格式錯誤',
      detail: '請求內容無法以 JSON 解析，或含有不允許的鍵，例如 __proto__。',
    },
    'unsupported-media': {
      title: '不支援的媒體類型',
      detail: '請以 JSON 傳送請求內容，並附上標頭 Content-Type: application/json。',
    },
    'body-too-large': {
      title: '請求內容過大',
      detail: '請求內容最多 {max_bytes} 位元組。',
    },
    'not-found': {
      title: '找不到',
      detail: '這個位址沒有任何內容。',
    },
    'method-not-allowed': {
      title: '不允許的方法',
      detail: '這個位址只接受 Allow 標頭列出的方法。',
    },
    forbidden: {
      title: '禁止存取',
      detail: '請求遭防火牆拒絕。',
    },
    'target-throttled': {
      title: '此信箱或號碼索取驗證碼過於頻繁',
      detail: '索取驗證碼過於頻繁，請於 {wait}後再試。',
    },
    'caller-throttled': {
      title: '請求過於頻繁',
      detail: '來自您網路的請求過多，請於 {wait}後再試。',
    },
    'sms-budget-spent': {
      title: '今日簡訊額度已用完',
      detail: '今日傳送至這個國家或地區的簡訊額度已用完，請於 {wait}後再試，或改用電子郵件。',
    },
    'email-budget-spent': {
      title: '今日郵件額度已用完',
      detail: '今日的郵件額度已用完，請於 {wait}後再試，或改用手機號碼。',
    },
    'service-throttled': {
      title: '服務忙碌中',
      detail: '目前請求過多，請於 {wait}後再試。',
    },
    'sms-not-supported': {
      title: '無法傳送簡訊至此號碼',
      detail: '不支援傳送簡訊至這個國家或地區，或這類號碼。請使用手機號碼或電子郵件。',
    },
    'email-not-supported': {
      title: '不支援電子郵件',
      detail: '本服務不以電子郵件傳送驗證碼，請使用手機號碼。',
    },
    'delivery-failed': {
      title: '驗證碼傳送失敗',
      detail: '驗證碼未能送出，您可以立即重試。',
    },
    'code-invalid': {
      title: '驗證碼錯誤',
      detail: '驗證碼不正確，剩餘次數：{attempts_left}。',
    },
    'code-expired': {
      title: '驗證碼已失效',
      detail: '驗證碼已到期、已使用過，或嘗試次數過多，請重新索取。',
    },
    'internal-error': {
      title: '內部錯誤',
      detail: '服務發生問題，請稍後再試；若持續發生，請回報並提供 request_id。',
    },
  },
  deliveryUnknown: '無法確定驗證碼是否已送出。若有收到，請與 challenge_id 一併使用；若未收到，請重新索取。',
  targetLocked: '輸入錯誤的次數過多，請於 {wait}後再試。',
  violations: {
    required: '請提供 email 或 phone。',
    conflict: 'email 與 phone 只能擇一提供。',
    type: '必須是字串。',
    range: '過長。',
    'email.format': '必須是一個電子郵件地址，例如 name@example.com。',
    'phone.format': '必須是國際格式的電話號碼，例如 +12025550123。',
    'code.required': '請輸入收到的驗證碼。',
    'code.format': '請輸入完整的驗證碼，只能包含數字。',
    'challenge_id.required': '請提供索取驗證碼時取得的 challenge_id。',
    'challenge_id.format': '必須與取得的 challenge_id 完全相同。',
    'nonce.format': '必須是可見的 ASCII 字元，不含空格。',
    'Idempotency-Key.format': '必須是以雙引號括住的字串（RFC 9651），至少 16 個字元。',
  },
};
