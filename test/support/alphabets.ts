import type { Locale } from '../../lib/locales/locales.ts';

/** What a language is written in. A new one needs its line here, so that its words are held to it. */
export interface Alphabet {
  /** The letters it uses besides A to Z, or the scripts it is written in. */
  readonly letters: RegExp;
  /** Letters of its closest relative, which it never uses. */
  readonly never?: RegExp;
}

const only = (letters: string): Alphabet => ({ letters: new RegExp(`[a-z${letters}]`, 'iu') });

const traditional = /[為這個們時間請發後會來對過還說給讓從將應該無與於關電話碼驗證錯誤網頁郵號顯題類訊傳讀]/;
const simplified = /[为这个们时间请发后会来对过还说给让从将应该无与关电话码验证错误网页邮号显题类讯传读]/;

export const alphabets: Readonly<Record<Locale, Alphabet>> = {
  en: only(''),
  'zh-CN': { letters: /\p{scx=Han}/u, never: traditional },
};
export { simplified };
