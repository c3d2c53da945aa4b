import QuickLRU from 'quick-lru';
import { phrases } from '../generated/phrases.js';
import { type Locale, locales } from './locales.ts';

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

/** Clients send the same few. Bounded, since tags come from strangers. */
const known = new QuickLRU<string, Intl.Locale>({ maxSize: 100 });

function maximal(tag: string): Intl.Locale | undefined {
  const [readable] = languageScriptRegion.exec(tag) ?? [];
  if (readable === undefined) return undefined;
  const seen = known.get(readable);
  if (seen) return seen;
  const locale = new Intl.Locale(readable).maximize();
  known.set(readable, locale);
  return locale;
}

const offered = locales.map((locale) => ({ locale, ...phrases[locale].written }));
