import type { ElementWords } from '../catalog.ts';

export const elementWords: ElementWords = {
  address: 'ইমেইল বা ফোন নম্বর',
  email: 'ইমেইল',
  phone: 'ফোন নম্বর',
  send: 'কোড পাঠান',
  code: '{target}-এ পাঠানো কোড',
  signIn: 'সাইন ইন করুন',
  resend: 'আবার পাঠান',
  resent: 'কোড আবার পাঠানো হয়েছে।',
  change: 'অন্য ইমেইল বা নম্বর ব্যবহার করুন',
  wait: '{seconds} সেকেন্ড পরে আবার পাঠান',
  signedIn: 'আপনি সাইন ইন করেছেন।',
  noAnswer: 'কোনো সাড়া পাওয়া যায়নি। সংযোগ পরীক্ষা করে আবার চেষ্টা করুন।',
};
