import type { Catalog } from './catalog.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const catalogs = { en, 'zh-CN': zhCN } satisfies Record<string, Catalog>;

/** A BCP 47 tag we have words for. */
export type Locale = keyof typeof catalogs;

export const locales = Object.keys(catalogs) as readonly Locale[];

export const isLocale = (tag: string): tag is Locale => Object.hasOwn(catalogs, tag);

/** What is made once for each language, at start. */
export const perLocale = <T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;

export const wordsIn = (locale: Locale): Catalog => catalogs[locale];

/**
 * The first of `preferred` whose language and script we have words for, most of all in its own region.
 * Likely subtags tell that `zh-HK` is not written like `zh-CN`, and that `zh` is.
 */
export function chooseLocale(preferred: readonly string[], fallback: Locale): Locale {
  for (const tag of preferred) {
    const wanted = maximal(tag);
    const inScript = offered.filter(
      ({ language, script }) => language === wanted?.language && script === wanted.script,
    );
    const best = inScript.find(({ region }) => region === wanted?.region) ?? inScript[0];
    if (best) return best.locale;
  }
  return fallback;
}

/** The rest of a tag may be malformed, which Intl.Locale throws at, and says nothing we need. */
const languageScriptRegion = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?=-|$)/i;

function maximal(tag: string): Intl.Locale | undefined {
  const [readable] = languageScriptRegion.exec(tag) ?? [];
  return readable === undefined ? undefined : new Intl.Locale(readable).maximize();
}

const offered = locales.map((locale) => {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  return { locale, language, script, region };
});
