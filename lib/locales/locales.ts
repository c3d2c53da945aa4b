/** The languages we have words for, as BCP 47 tags: each is a folder beside this file. */
export const locales = [
  'en',
  'zh-CN',
  'zh-TW',
  'es',
  'fr',
  'de',
  'pt-BR',
  'pt-PT',
  'it',
  'ja',
  'ko',
  'ru',
  'ar',
  'he',
  'hi',
  'bn',
  'id',
  'tr',
  'vi',
  'nl',
  'pl',
  'uk',
  'th',
  'sv',
] as const;

export type Locale = (typeof locales)[number];

export const isLocale = (tag: string): tag is Locale => (locales as readonly string[]).includes(tag);
