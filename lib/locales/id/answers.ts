import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'Permintaan tidak valid',
      detail: 'Ada kolom yang belum diisi atau keliru. Lihat rinciannya di errors.',
    },
    'malformed-body': {
      title: 'Format isi permintaan salah',
      detail: 'Isi tidak dapat dibaca sebagai JSON, atau memuat kunci yang tidak pernah diizinkan, seperti __proto__.',
    },
    'unsupported-media': {
      title: 'Jenis media tidak didukung',
      detail: 'Kirim isi sebagai JSON, dengan header Content-Type: application/json.',
    },
    'body-too-large': {
      title: 'Isi permintaan terlalu besar',
      detail: 'Ukuran isi permintaan maksimal {max_bytes} byte.',
    },
    'not-found': {
      title: 'Tidak ditemukan',
      detail: 'Tidak ada apa pun di alamat ini.',
    },
    'method-not-allowed': {
      title: 'Metode tidak diizinkan',
      detail: 'Alamat ini hanya menerima metode yang tercantum pada header Allow.',
    },
    forbidden: {
      title: 'Akses ditolak',
      detail: 'Permintaan ditolak oleh firewall.',
    },
    'target-throttled': {
      title: 'Terlalu banyak kode untuk alamat atau nomor ini',
      detail: 'Kode terlalu sering diminta. Coba lagi dalam {wait}.',
    },
    'caller-throttled': {
      title: 'Terlalu banyak permintaan',
      detail: 'Terlalu banyak permintaan dari jaringan Anda. Coba lagi dalam {wait}.',
    },
    'sms-budget-spent': {
      title: 'Kuota SMS hari ini habis',
      detail: 'Kuota SMS ke negara ini untuk hari ini sudah habis. Coba lagi dalam {wait} atau gunakan email.',
    },
    'email-budget-spent': {
      title: 'Kuota email hari ini habis',
      detail: 'Kuota email untuk hari ini sudah habis. Coba lagi dalam {wait} atau gunakan nomor telepon.',
    },
    'service-throttled': {
      title: 'Layanan sedang sibuk',
      detail: 'Jumlah permintaan melebihi yang dapat dilayani sekaligus. Coba lagi dalam {wait}.',
    },
    'sms-not-supported': {
      title: 'SMS tidak tersedia untuk nomor ini',
      detail: 'Kami tidak mengirim SMS ke negara atau jenis nomor ini. Gunakan nomor ponsel atau email.',
    },
    'email-not-supported': {
      title: 'Email tidak tersedia',
      detail: 'Layanan ini tidak mengirim kode lewat email. Gunakan nomor telepon.',
    },
    'delivery-failed': {
      title: 'Kode tidak terkirim',
      detail: 'Kode tidak dapat dikirim. Anda dapat langsung mencoba lagi.',
    },
    'code-invalid': {
      title: 'Kode salah',
      detail: 'Kode tidak benar. Sisa percobaan: {attempts_left}.',
    },
    'code-expired': {
      title: 'Kode tidak berlaku lagi',
      detail: 'Kode sudah kedaluwarsa, sudah dipakai, atau terlalu sering dicoba. Minta kode baru.',
    },
    'internal-error': {
      title: 'Kesalahan internal',
      detail:
        'Terjadi masalah di pihak kami. Coba lagi nanti. Jika masalah berlanjut, hubungi kami dan sertakan request_id.',
    },
  },
  deliveryUnknown:
    'Kami tidak dapat memastikan apakah kode terkirim. Jika kode tiba, gunakan bersama challenge_id; jika tidak, minta kode baru.',
  targetLocked: 'Terlalu banyak percobaan dengan kode yang salah. Coba lagi dalam {wait}.',
  violations: {
    required: 'Isi email atau phone.',
    conflict: 'Isi email atau phone, jangan keduanya.',
    type: 'Harus berupa string.',
    range: 'Terlalu panjang.',
    'email.format': 'Harus berupa satu alamat email, misalnya nama@example.com.',
    'phone.format': 'Harus berupa nomor telepon dalam format internasional, misalnya +12025550123.',
    'code.required': 'Masukkan kode yang dikirim.',
    'code.format': 'Masukkan semua angka kode, tanpa karakter lain.',
    'challenge_id.required': 'Isi challenge_id yang diterima saat meminta kode.',
    'challenge_id.format': 'Harus sama persis dengan challenge_id yang diterima.',
    'nonce.format': 'Harus berupa karakter ASCII yang terlihat, tanpa spasi.',
    'Idempotency-Key.format': 'Harus berupa string dalam tanda kutip ganda (RFC 9651), minimal 16 karakter.',
  },
};
