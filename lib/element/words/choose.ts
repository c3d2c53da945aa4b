import { en } from './en.ts';
import type { ElementWords } from './words.ts';
import { zhCN } from './zh-CN.ts';

const words: Readonly<Record<string, ElementWords>> = { en, 'zh-CN': zhCN };

/** The words for the tag, or for its language in another region, or in English; and the tag that they are in. */
export function choose(tag: string): { readonly lang: string; readonly words: ElementWords } {
  const language = (name: string) => name.split('-')[0]?.toLowerCase();
  const lang =
    Object.keys(words).find((name) => name === tag) ??
    Object.keys(words).find((name) => language(name) === language(tag));
  return { lang: lang ?? 'en', words: words[lang ?? 'en'] ?? en };
}
