import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'Email atau nomor telepon',
  email: 'Alamat email',
  phone: 'Nomor telepon',
  send: 'Kirim kode',
  code: 'Kode yang dikirim ke {target}',
  signIn: 'Masuk',
  resend: 'Kirim ulang',
  resent: 'Kode dikirim ulang.',
  change: 'Gunakan email atau nomor lain',
  wait: 'Coba lagi dalam {seconds} detik',
  signedIn: 'Anda sudah masuk.',
  noAnswer: 'Tidak ada respons. Periksa koneksi Anda, lalu coba lagi.',
};
