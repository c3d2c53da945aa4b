import { elementWords } from '../generated/element-words.js';
import { tags } from '../generated/tags.js';
import type { ElementWords } from '../locales/catalog.ts';
import { closestLocale } from '../locales/closest.ts';
import type { Locale } from '../locales/locales.ts';

export interface Spoken {
  readonly lang: Locale;
  readonly dir: 'ltr' | 'rtl';
  readonly words: ElementWords;
}

/** In the closest of our languages, as the service chooses it, else in English. Only its words are loaded. */
export async function speak(tag: string): Promise<Spoken> {
  const lang = closestLocale([tag], 'en');
  return { lang, dir: tags[lang].dir, words: (await elementWords[lang]()).elementWords };
}
