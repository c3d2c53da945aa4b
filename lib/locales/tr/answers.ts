import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Geçersiz istek',
      detail: 'Bazı alanlar eksik veya hatalı. Ayrıntılar için errors alanına bakın.',
    },
    'malformed-body': {
      title: 'Hatalı istek gövdesi',
      detail: 'İstek gövdesi JSON olarak okunamıyor veya __proto__ gibi izin verilmeyen bir anahtar içeriyor.',
    },
    'unsupported-media': {
      title: 'Desteklenmeyen içerik türü',
      detail: 'Gövdeyi JSON olarak, Content-Type: application/json başlığıyla gönderin.',
    },
    'body-too-large': {
      title: 'İstek gövdesi çok büyük',
      detail: 'Gövde en fazla {max_bytes} bayt olabilir.',
    },
    'not-found': {
      title: 'Bulunamadı',
      detail: 'Bu adreste hiçbir şey yok.',
    },
    'method-not-allowed': {
      title: 'Yönteme izin verilmiyor',
      detail: 'Bu adres yalnızca Allow başlığında belirtilen yöntemleri kabul eder.',
    },
    forbidden: {
      title: 'Erişim engellendi',
      detail: 'İstek güvenlik duvarı tarafından reddedildi.',
    },
    'target-throttled': {
      title: 'Bu adres veya numara için çok fazla kod',
      detail: 'Çok sık kod istendi. {wait} sonra yeniden deneyin.',
    },
    'caller-throttled': {
      title: 'Çok fazla istek',
      detail: 'Ağınızdan çok fazla istek geldi. {wait} sonra yeniden deneyin.',
    },
    'sms-budget-spent': {
      title: 'Günlük SMS sınırına ulaşıldı',
      detail: 'Bu ülke için günlük SMS sınırına ulaşıldı. {wait} sonra yeniden deneyin veya e-posta kullanın.',
    },
    'email-budget-spent': {
      title: 'Günlük e-posta sınırına ulaşıldı',
      detail: 'Günlük e-posta sınırına ulaşıldı. {wait} sonra yeniden deneyin veya telefon numarası kullanın.',
    },
    'service-throttled': {
      title: 'Hizmet yoğun',
      detail: 'Hizmet, aynı anda karşılayabileceğinden fazla istek alıyor. {wait} sonra yeniden deneyin.',
    },
    'sms-not-supported': {
      title: 'Bu numaraya SMS gönderilmiyor',
      detail: 'Bu ülkeye veya bu tür numaralara SMS gönderilmiyor. Cep telefonu numarası veya e-posta kullanın.',
    },
    'email-not-supported': {
      title: 'E-posta kullanılamıyor',
      detail: 'Burada kodlar e-postayla gönderilmiyor. Telefon numarası kullanın.',
    },
    'delivery-failed': {
      title: 'Kod gönderilemedi',
      detail: 'Kod gönderilemedi. Hemen yeniden deneyebilirsiniz.',
    },
    'code-invalid': {
      title: 'Yanlış kod',
      detail: 'Kod doğru değil. Kalan deneme hakkı: {attempts_left}.',
    },
    'code-expired': {
      title: 'Kod artık geçerli değil',
      detail: 'Kodun süresi doldu, kod daha önce kullanıldı veya çok fazla deneme yapıldı. Yeni bir kod isteyin.',
    },
    'internal-error': {
      title: 'İç hata',
      detail:
        'Bizden kaynaklanan bir sorun oluştu. Daha sonra yeniden deneyin; sorun sürerse request_id değerini belirterek bize ulaşın.',
    },
  },
  deliveryUnknown:
    'Kodun gönderilip gönderilmediğini bilmiyoruz. Gelirse challenge_id ile birlikte kullanın; gelmezse yenisini isteyin.',
  targetLocked: 'Çok fazla yanlış kod denendi. {wait} sonra yeniden deneyin.',
  violations: {
    required: 'email veya phone girin.',
    conflict: 'email ve phone alanlarından yalnızca birini girin.',
    type: 'Metin olmalıdır.',
    range: 'Çok uzun.',
    'email.format': 'name@example.com gibi tek bir e-posta adresi olmalıdır.',
    'phone.format': '+12025550123 gibi uluslararası biçimde bir telefon numarası olmalıdır.',
    'code.required': 'Gönderilen kodu girin.',
    'code.format': 'Kodun tüm rakamlarından oluşmalı, başka bir şey içermemelidir.',
    'challenge_id.required': 'Kod istendiğinde alınan challenge_id değerini girin.',
    'challenge_id.format': 'Alındığı gibi, değiştirilmemiş bir challenge_id olmalıdır.',
    'nonce.format': 'Yalnızca görünür ASCII karakterlerinden oluşmalı, boşluk içermemelidir.',
    'Idempotency-Key.format': 'Çift tırnak içinde (RFC 9651), en az 16 karakterlik bir metin olmalıdır.',
  },
};
