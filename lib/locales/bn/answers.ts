import type { Answers } from '../catalog.ts';

export const answers: Answers = {
  problems: {
    'invalid-request': {
      title: 'অনুরোধটি সঠিক নয়',
      detail: 'কিছু ঘর খালি বা ভুল। প্রতিটির বিবরণ errors-এ দেখুন।',
    },
    'malformed-body': {
      title: 'অনুরোধের বিষয়বস্তু ভুল',
      detail: 'বিষয়বস্তু JSON হিসেবে পড়া যাচ্ছে না, অথবা এতে __proto__-এর মতো নিষিদ্ধ কী আছে।',
    },
    'unsupported-media': {
      title: 'এই ধরনের কনটেন্ট সমর্থিত নয়',
      detail: 'Content-Type: application/json হেডারসহ বিষয়বস্তু JSON হিসেবে পাঠান।',
    },
    'body-too-large': {
      title: 'বিষয়বস্তু অনেক বড়',
      detail: 'বিষয়বস্তু সর্বোচ্চ {max_bytes} বাইট হতে পারে।',
    },
    'not-found': {
      title: 'পাওয়া যায়নি',
      detail: 'এই ঠিকানায় কিছু নেই।',
    },
    'method-not-allowed': {
      title: 'এই মেথড অনুমোদিত নয়',
      detail: 'এই ঠিকানা শুধু Allow হেডারে থাকা মেথডগুলো গ্রহণ করে।',
    },
    forbidden: {
      title: 'প্রবেশাধিকার নেই',
      detail: 'ফায়ারওয়াল অনুরোধটি প্রত্যাখ্যান করেছে।',
    },
    'target-throttled': {
      title: 'এই ঠিকানা বা নম্বরের জন্য অতিরিক্ত কোড',
      detail: 'কোড খুব ঘন ঘন চাওয়া হয়েছে। {wait} পরে আবার চেষ্টা করুন।',
    },
    'caller-throttled': {
      title: 'অতিরিক্ত অনুরোধ',
      detail: 'আপনার নেটওয়ার্ক থেকে অনেক বেশি অনুরোধ এসেছে। {wait} পরে আবার চেষ্টা করুন।',
    },
    'sms-budget-spent': {
      title: 'আজকের SMS শেষ',
      detail: 'এই দেশে আজকের SMS শেষ হয়ে গেছে। {wait} পরে আবার চেষ্টা করুন, অথবা ইমেইল ব্যবহার করুন।',
    },
    'email-budget-spent': {
      title: 'আজকের ইমেইল শেষ',
      detail: 'আজকের ইমেইল শেষ হয়ে গেছে। {wait} পরে আবার চেষ্টা করুন, অথবা ফোন নম্বর ব্যবহার করুন।',
    },
    'service-throttled': {
      title: 'সেবাটি ব্যস্ত',
      detail: 'একসঙ্গে যত অনুরোধ সামলানো যায়, তার চেয়ে বেশি এসেছে। {wait} পরে আবার চেষ্টা করুন।',
    },
    'sms-not-supported': {
      title: 'এই নম্বরে SMS পাঠানো যায় না',
      detail: 'এই দেশে বা এই ধরনের নম্বরে SMS পাঠানো হয় না। মোবাইল নম্বর বা ইমেইল ব্যবহার করুন।',
    },
    'email-not-supported': {
      title: 'ইমেইল পাওয়া যায় না',
      detail: 'এখানে ইমেইলে কোড পাঠানো হয় না। ফোন নম্বর ব্যবহার করুন।',
    },
    'delivery-failed': {
      title: 'কোড পাঠানো যায়নি',
      detail: 'কোডটি পাঠানো যায়নি। আপনি এখনই আবার চেষ্টা করতে পারেন।',
    },
    'code-invalid': {
      title: 'ভুল কোড',
      detail: 'কোডটি সঠিক নয়। বাকি চেষ্টা: {attempts_left}।',
    },
    'code-expired': {
      title: 'কোডটি আর কার্যকর নয়',
      detail: 'কোডের মেয়াদ শেষ, এটি ব্যবহৃত হয়েছে, অথবা অনেকবার চেষ্টা করা হয়েছে। নতুন কোড চান।',
    },
    'internal-error': {
      title: 'অভ্যন্তরীণ ত্রুটি',
      detail: 'আমাদের দিকে কোনো সমস্যা হয়েছে। পরে আবার চেষ্টা করুন, আর সমস্যা চলতে থাকলে request_id উল্লেখ করুন।',
    },
  },
  deliveryUnknown: 'কোডটি পাঠানো হয়েছে কি না, আমরা নিশ্চিত নই। পেলে challenge_id-এর সঙ্গে ব্যবহার করুন; না পেলে আরেকটি চান।',
  targetLocked: 'অনেকবার ভুল কোড দেওয়া হয়েছে। {wait} পরে আবার চেষ্টা করুন।',
  violations: {
    required: 'email বা phone দিন।',
    conflict: 'email বা phone-এর একটি দিন, দুটি নয়।',
    type: 'এটি লেখা হতে হবে।',
    range: 'অনেক লম্বা।',
    'email.format': 'একটিমাত্র ইমেইল ঠিকানা হতে হবে, যেমন name@example.com।',
    'phone.format': 'আন্তর্জাতিক বিন্যাসে ফোন নম্বর হতে হবে, যেমন +12025550123।',
    'code.required': 'পাঠানো কোডটি দিন।',
    'code.format': 'কোডের সব অঙ্ক দিন, আর কিছু নয়।',
    'challenge_id.required': 'কোড চাওয়ার সময় পাওয়া challenge_id দিন।',
    'challenge_id.format': 'challenge_id যেমন পাওয়া গেছে ঠিক তেমনই হতে হবে।',
    'nonce.format': 'দৃশ্যমান ASCII অক্ষর হতে হবে, ফাঁকা জায়গা ছাড়া।',
    'Idempotency-Key.format': 'জোড়া উদ্ধৃতি চিহ্নের মধ্যে (RFC 9651) অন্তত 16 অক্ষরের লেখা হতে হবে।',
  },
};
