import { tags } from '../../lib/generated/tags.js';
import type { Locale } from '../../lib/locales/locales.ts';

/** What a language is written in. */
export interface Alphabet {
  /** The letters it uses besides A to Z, or the scripts it is written in. */
  readonly letters: RegExp;
  /** Letters of its closest relative, which it never uses. */
  readonly never?: RegExp;
}

const only = (letters: string): Alphabet => ({ letters: new RegExp(`[a-z${letters}]`, 'iu') });

const traditional = /[為這個們時間請發後會來對過還說給讓從將應該無與於關電話碼驗證錯誤網頁郵號顯題類訊傳讀]/;
const simplified = /[为这个们时间请发后会来对过还说给让从将应该无与关电话码验证错误网页邮号显题类讯传读]/;

const known: Readonly<Partial<Record<Locale, Alphabet>>> = {
  en: only(''),
  'zh-CN': { letters: /\p{scx=Han}/u, never: traditional },
  'zh-TW': { letters: /\p{scx=Han}/u, never: simplified },
  es: only('áéíóúüñ'),
  fr: only('àâçèéêëîïôœùûüÿ'),
  de: only('äöüß'),
  'pt-BR': only('áâãàçéêíóôõú'),
  'pt-PT': only('áâãàçéêíóôõú'),
  it: only('àèéìíîòóùú'),
  ja: { letters: /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u, never: /[验请这个们为时间务邮码误对关电证显题类]/ },
  ko: { letters: /\p{scx=Hangul}/u },
  ru: { letters: /[а-яё]/iu },
  ar: { letters: /\p{scx=Arab}/u, never: /[پچگژکی]/ },
  he: { letters: /\p{scx=Hebr}/u },
  hi: { letters: /\p{scx=Deva}/u },
  bn: { letters: /\p{scx=Beng}/u },
  id: only(''),
  tr: only('çğıİöşüâ'),
  vi: only('àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'),
  nl: only('éëïöüè'),
  pl: only('ąćęłńóśźż'),
  uk: { letters: /[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя]/iu },
  th: { letters: /\p{scx=Thai}/u },
  sv: only('åäöé'),
};

/** A language that has no line above is held to its script alone. */
export const alphabetOf = (locale: Locale): Alphabet =>
  known[locale] ?? { letters: new RegExp(`\\p{scx=${tags[locale].script}}`, 'u') };
