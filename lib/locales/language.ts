import type { Answers } from './catalog.ts';
import type { Locale } from './locales.ts';
import { perLocale } from './per-locale.ts';
import type { Phrases } from './phrases.ts';

/** What every answer in a language needs. */
export interface Language {
  readonly locale: Locale;
  readonly answers: Answers;
  readonly phrases: Phrases;
}

export const languageOf = perLocale(async (locale): Promise<Language> => {
  const [{ answers }, { phrases }] = await Promise.all([
    import(`./${locale}/answers.ts`) as Promise<{ readonly answers: Answers }>,
    import(`../generated/phrases-${locale}.js`) as Promise<{ readonly phrases: Phrases }>,
  ]);
  return { locale, answers, phrases };
});
