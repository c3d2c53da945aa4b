import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'ईमेल या फ़ोन नंबर',
  email: 'ईमेल',
  phone: 'फ़ोन नंबर',
  send: 'कोड भेजें',
  code: '{target} पर भेजा गया कोड',
  signIn: 'साइन इन करें',
  resend: 'फिर से भेजें',
  resent: 'कोड फिर से भेजा गया।',
  change: 'दूसरा ईमेल या नंबर इस्तेमाल करें',
  wait: '{seconds} सेकंड बाद फिर से भेजें',
  signedIn: 'साइन इन हो गया।',
  noAnswer: 'कोई जवाब नहीं मिला। अपना इंटरनेट कनेक्शन जाँचें और फिर से कोशिश करें।',
};
