import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Hatalar',
    intro: 'Başarısız her yanıt aşağıdaki hatalardan biridir.',
    why: 'Nedeni',
    advice: 'Ne yapmalı',
    example: 'Örnek',
    fields: 'Alanlar',
  },
  problems: {
    'invalid-request': {
      why: 'Bir alan eksik, türü ya da biçimi yanlış, birlikte kullanılamayan iki alan gönderilmiş veya Idempotency-Key hatalı biçimlendirilmiş.',
      advice:
        'Kullanıcının düzeltebilmesi için her açıklamayı ilgili alanın yanında gösterin. Aynı isteği yeniden göndermeyin.',
    },
    'malformed-body': {
      why: 'Gövde yarım kalmış, JSON değil veya hiçbir istemcinin gerek duymadığı __proto__ gibi bir anahtar içeriyor.',
      advice: 'İstemciyi düzeltin: gövdeyi bir JSON kitaplığıyla oluşturun.',
    },
    'unsupported-media': {
      why: 'Content-Type başlığı yok veya JSON dışında bir tür belirtiyor.',
      advice: 'İstemciyi düzeltin: Content-Type: application/json gönderin.',
    },
    'body-too-large': {
      why: 'Kod istekleri küçük olur; bu istek ise sınırı aşıyor.',
      advice: 'İstemciyi düzeltin: yalnızca API açıklamasındaki alanları gönderin.',
    },
    'not-found': {
      why: 'Yol yanlış veya hiç var olmadı.',
      advice: 'Yolu /openapi.json adresindeki API açıklamasıyla karşılaştırın.',
    },
    'method-not-allowed': {
      why: 'Yol doğru ancak HTTP yöntemi yanlış.',
      advice: 'Allow başlığında belirtilen bir yöntem kullanın.',
    },
    forbidden: {
      why: 'Güvenlik duvarı, geldiği yere veya içeriğine bakarak bu isteği saldırı olarak değerlendirdi.',
      advice: 'Yeniden denemeyin. Bunun bir hata olduğunu düşünüyorsanız request_id değerini belirterek bize ulaşın.',
    },
    'target-throttled': {
      why: 'Her adres ve numara belirli bir sürede yalnızca sınırlı sayıda kod alır; her ağ adresi veya bilinen cihaz da bunların yalnızca bir kısmını isteyebilir. Çok sayıda yanlış koddan sonra, kimse kodu tahmin edemesin diye gönderim bir gün veya daha uzun süre durdurulur: önce kodları isteyen ağ adresi için, sonra bilinen cihazlar dışında herkes için.',
      advice:
        'Yeniden gönderme seçeneğini sunmadan önce retry_after saniyelik bir geri sayım gösterin. Son kod, süresi dolana kadar geçerlidir. Daha önce giriş yapmış bir cihazın device_token değerini gönderin; böylece başkalarının istekleri bu cihazı bekletmez.',
    },
    'caller-throttled': {
      why: 'Kimin için olursa olsun, her ağ adresi yalnızca sınırlı sayıda istek gönderebilir.',
      advice:
        'Yeni bir istek göndermeden önce retry_after saniye bekleyin. Tüm kullanıcıları adına istek gönderen bir sunucu için işletmeciden daha yüksek sınırlar istenmelidir.',
    },
    'sms-budget-spent': {
      why: 'Dolandırıcılığa karşı, her ülkeye gönderilen SMS’lerin günlük sınırı vardır. Sınır, UTC’ye göre gece yarısı yenilenir.',
      advice: 'E-postayı önerin. Aksi hâlde retry_after saniye bekleyin.',
    },
    'email-budget-spent': {
      why: 'Yoğun isteklerin maliyetini sınırlamak için e-postaların günlük sınırı vardır. Sınır, UTC’ye göre gece yarısı yenilenir.',
      advice: 'SMS’i önerin. Aksi hâlde retry_after saniye bekleyin.',
    },
    'service-throttled': {
      why: 'Aynı anda tüm hizmetin karşılayabileceğinden fazla istek geldi.',
      advice:
        'retry_after saniye bekleyin, ardından her denemede bekleme süresini biraz daha artırarak yeniden deneyin.',
    },
    'sms-not-supported': {
      why: 'SMS kapalı, bu ülkeye gönderilmiyor veya numara cep telefonu numarası değil.',
      advice: 'E-posta adresi veya cep telefonu numarası isteyin.',
    },
    'email-not-supported': {
      why: 'Bu hizmette e-posta gönderimi kapalı.',
      advice: 'Telefon numarası isteyin.',
    },
    'delivery-failed': {
      why: 'E-posta veya SMS hizmeti iletiyi reddetti ya da zamanında yanıt vermedi.',
      advice:
        'challenge_id yoksa hiçbir şey gönderilmemiştir; yeniden deneyin. Varsa kod yine de gelebilir; kod alanını gösterin ve bir süre sonra yeni kod istemeyi önerin.',
    },
    'code-invalid': {
      why: 'Rakamlar bu doğrulama için gönderilenlerle aynı değil.',
      advice:
        'i18n_args.attempts_left 0’dan büyük olduğu sürece kullanıcının yeniden denemesine izin verin. 0 olduğunda kod geçersizdir; yenisini isteyin.',
    },
    'code-expired': {
      why: 'Doğrulama sona erdi veya hiç var olmadı. Güvenlik için bu durumların hepsinde yanıt aynıdır.',
      advice: 'Yeni bir kod isteyin.',
    },
    'internal-error': {
      why: 'Hizmetin bir bölümüne ulaşılamadı veya bir bölümü çalışmadı. Kuşku duyulduğunda hiçbir şey gönderilmez.',
      advice: 'Daha sonra yeniden deneyin. Sorun sürerse request_id değerini belirterek bize ulaşın.',
    },
  },
};
