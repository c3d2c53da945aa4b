import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: '問題',
    intro: '所有未成功的回應都屬於以下其中一種。',
    why: '原因',
    advice: '如何處理',
    example: '範例',
    fields: '欄位',
  },
  problems: {
    'invalid-request': {
      why: '欄位缺漏、型別或格式有誤、同時提供了互斥的欄位，或 Idempotency-Key 格式有誤。',
      advice: '請在各欄位旁顯示對應的說明，讓使用者修改。請勿原封不動重送。',
    },
    'malformed-body': {
      why: '請求內容不完整、不是 JSON，或含有用戶端用不到的鍵，例如 __proto__。',
      advice: '修正用戶端：使用 JSON 函式庫編碼請求內容。',
    },
    'unsupported-media': {
      why: '缺少 Content-Type，或其值不是 JSON。',
      advice: '修正用戶端：傳送 Content-Type: application/json。',
    },
    'body-too-large': {
      why: '索取驗證碼的請求應該很小，這個請求卻過大。',
      advice: '修正用戶端：只傳送 API 說明中列出的欄位。',
    },
    'not-found': {
      why: '路徑有誤，或從未存在。',
      advice: '請對照 /openapi.json 中的 API 說明檢查路徑。',
    },
    'method-not-allowed': {
      why: '路徑正確，但 HTTP 方法不對。',
      advice: '請使用 Allow 標頭列出的方法。',
    },
    forbidden: {
      why: '防火牆依來源或內容，將這個請求判定為攻擊。',
      advice: '請勿重試。若為誤判，請與我們聯絡並提供 request_id。',
    },
    'target-throttled': {
      why: '每個信箱或號碼在一段時間內可收到的驗證碼數量有限，而每個 IP 位址或已知裝置只能索取其中一部分。為防猜測，多次輸入錯誤後會停止傳送一天以上：起初只限索取這些驗證碼的 IP 位址，之後擴及已知裝置以外的所有人。',
      advice:
        '倒數 retry_after 秒後再開放重新傳送。上一組驗證碼在到期前仍然有效。若裝置曾經登入過，請附上 device_token，這部裝置就不會因他人的請求而須等待。',
    },
    'caller-throttled': {
      why: '每個 IP 位址的請求次數有限，無論驗證碼要傳送給誰。',
      advice: '請等待 retry_after 秒後再送出任何請求。替所有使用者代送請求的後端，應請營運方提高限額。',
    },
    'sms-budget-spent': {
      why: '為防詐騙，傳送至每個國家或地區的簡訊設有每日額度，於 UTC 零時重新計算。',
      advice: '請讓使用者改用電子郵件，或等待 retry_after 秒。',
    },
    'email-budget-spent': {
      why: '郵件設有每日額度，以限制大量請求造成的費用，於 UTC 零時重新計算。',
      advice: '請讓使用者改用簡訊，或等待 retry_after 秒。',
    },
    'service-throttled': {
      why: '同時抵達的請求超過整個服務的容量。',
      advice: '請等待 retry_after 秒後重試，並逐次延長等待時間。',
    },
    'sms-not-supported': {
      why: '簡訊未啟用、不傳送至這個國家或地區，或這個號碼不是手機號碼。',
      advice: '請使用者提供電子郵件或手機號碼。',
    },
    'email-not-supported': {
      why: '本服務未啟用電子郵件。',
      advice: '請使用者提供手機號碼。',
    },
    'delivery-failed': {
      why: '郵件或簡訊服務拒絕了訊息，或未及時回應。',
      advice: '若無 challenge_id，表示並未送出，可以重試；若有，驗證碼仍可能送達：請顯示輸入欄位，稍後再開放重新傳送。',
    },
    'code-invalid': {
      why: '輸入的數字與這次傳送的驗證碼不符。',
      advice: 'i18n_args.attempts_left 大於 0 時，讓使用者重新輸入；為 0 時驗證碼已作廢，請重新索取。',
    },
    'code-expired': {
      why: '這次驗證已結束，或從未存在。為了安全，這些情況一律傳回相同的回應。',
      advice: '請重新索取驗證碼。',
    },
    'internal-error': {
      why: '服務的某個部分無法連線或發生故障。無法確認狀態時，不會送出任何訊息。',
      advice: '請稍後再試。若持續發生，請與我們聯絡並提供 request_id。',
    },
  },
};
