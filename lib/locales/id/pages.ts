import type { Pages } from '../catalog.ts';

export const pages: Pages = {
  labels: {
    all: 'Masalah',
    intro: 'Setiap respons yang gagal adalah salah satu dari masalah berikut.',
    why: 'Penyebab',
    advice: 'Yang harus dilakukan',
    example: 'Contoh',
    fields: 'Kolom',
  },
  problems: {
    'invalid-request': {
      why: 'Ada kolom yang tidak diisi, ada kolom yang tipe atau formatnya keliru, dua kolom yang tidak boleh bersamaan dikirim sekaligus, atau Idempotency-Key tidak sesuai format.',
      advice:
        'Tampilkan setiap keterangan di samping kolomnya agar pengguna dapat memperbaikinya. Jangan kirim ulang permintaan yang sama.',
    },
    'malformed-body': {
      why: 'Isi terpotong, bukan JSON, atau memuat kunci seperti __proto__ yang tidak diperlukan klien mana pun.',
      advice: 'Perbaiki klien: buat isi dengan pustaka JSON.',
    },
    'unsupported-media': {
      why: 'Content-Type tidak ada atau bukan JSON.',
      advice: 'Perbaiki klien: kirim Content-Type: application/json.',
    },
    'body-too-large': {
      why: 'Permintaan kode biasanya kecil. Yang ini tidak.',
      advice: 'Perbaiki klien: kirim hanya kolom yang ada dalam deskripsi API.',
    },
    'not-found': {
      why: 'Jalur keliru atau tidak pernah ada.',
      advice: 'Bandingkan jalur dengan deskripsi API di /openapi.json.',
    },
    'method-not-allowed': {
      why: 'Jalurnya benar, tetapi metode HTTP-nya tidak.',
      advice: 'Gunakan metode yang tercantum pada header Allow.',
    },
    forbidden: {
      why: 'Firewall menganggapnya serangan, berdasarkan asal atau isinya.',
      advice: 'Jangan coba lagi. Jika ini keliru, hubungi kami dan sertakan request_id.',
    },
    'target-throttled': {
      why: 'Setiap alamat dan nomor hanya menerima sejumlah kode dalam kurun waktu tertentu, dan setiap alamat jaringan atau perangkat yang dikenal hanya boleh meminta sebagian darinya. Setelah banyak kode salah, pengiriman dihentikan selama sehari atau lebih, mula-mula untuk alamat jaringan yang memintanya, lalu untuk semua kecuali perangkat yang dikenal, agar tidak ada yang dapat menebak kode.',
      advice:
        'Hitung mundur retry_after detik sebelum menawarkan kirim ulang. Kode terakhir tetap berlaku sampai kedaluwarsa. Kirim device_token dari perangkat yang pernah dipakai masuk agar orang lain tidak dapat membuat perangkat itu menunggu.',
    },
    'caller-throttled': {
      why: 'Jumlah permintaan dari setiap alamat jaringan dibatasi, untuk siapa pun permintaan itu dibuat.',
      advice:
        'Tunggu retry_after detik sebelum mengirim permintaan apa pun. Server yang mengirim permintaan untuk semua penggunanya sebaiknya meminta batas yang lebih tinggi kepada pengelola.',
    },
    'sms-budget-spent': {
      why: 'SMS ke setiap negara dibatasi per hari untuk mencegah penipuan. Batas diperbarui pada tengah malam UTC.',
      advice: 'Tawarkan email, atau tunggu retry_after detik.',
    },
    'email-budget-spent': {
      why: 'Email dibatasi per hari agar lonjakan permintaan tidak memakan biaya besar. Batas diperbarui pada tengah malam UTC.',
      advice: 'Tawarkan SMS, atau tunggu retry_after detik.',
    },
    'service-throttled': {
      why: 'Permintaan yang datang bersamaan melebihi kemampuan seluruh layanan.',
      advice:
        'Tunggu retry_after detik, lalu coba lagi. Jika masih gagal, perpanjang sedikit waktu tunggu setiap kali.',
    },
    'sms-not-supported': {
      why: 'SMS dinonaktifkan, tidak dikirim ke negara ini, atau nomor ini bukan nomor ponsel.',
      advice: 'Minta alamat email atau nomor ponsel.',
    },
    'email-not-supported': {
      why: 'Email dinonaktifkan di sini.',
      advice: 'Minta nomor telepon.',
    },
    'delivery-failed': {
      why: 'Layanan email atau SMS menolak pesan atau tidak merespons tepat waktu.',
      advice:
        'Jika tidak ada challenge_id dalam respons, tidak ada yang terkirim: coba lagi. Jika ada, kode mungkin masih akan tiba: tampilkan kolom kode, lalu tawarkan kode baru setelah beberapa saat.',
    },
    'code-invalid': {
      why: 'Angkanya bukan yang dikirim untuk verifikasi ini.',
      advice:
        'Izinkan pengguna mencoba lagi selama i18n_args.attempts_left lebih dari 0. Pada 0, kode hangus: minta yang baru.',
    },
    'code-expired': {
      why: 'Verifikasi sudah selesai atau tidak pernah ada. Demi keamanan, responsnya sama untuk semua keadaan ini.',
      advice: 'Minta kode baru.',
    },
    'internal-error': {
      why: 'Sebagian layanan tidak terjangkau atau gagal. Dalam keadaan tidak pasti, layanan tidak mengirim apa pun.',
      advice: 'Coba lagi nanti. Jika masalah berlanjut, hubungi kami dan sertakan request_id.',
    },
  },
};
