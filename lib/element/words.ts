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

/** How many ms it waits before each further try to load words: a lost packet must not leave a page without its form. */
const pauses: readonly number[] = [1_000, 5_000, 30_000];

/** In the closest of our languages, as the service chooses it, else in English. Only its words are loaded. */
export async function speak(tag: string): Promise<Spoken> {
  const lang = closestLocale([tag], 'en');
  return { lang, dir: tags[lang].dir, words: await load(elementWords[lang], pauses) };
}

async function load(
  words: () => Promise<{ readonly elementWords: ElementWords }>,
  [pause, ...later]: readonly number[],
): Promise<ElementWords> {
  try {
    return (await words()).elementWords;
  } catch (error) {
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return load(words, later);
  }
}
