import { tags } from '../generated/tags.js';
import { type Locale, locales } from './locales.ts';

/**
 * The first of `preferred` whose language and script we have words for; of several, the one of its region.
 * Likely subtags (BCP 47) tell that `zh-HK` is written in another script than `zh-CN`, and `zh` in the same.
 */
export function closestLocale<Fallback>(preferred: readonly string[], fallback: Fallback): Locale | Fallback {
  for (const tag of preferred) {
    const wanted = maximal(tag);
    const inScript = offered.filter(
      ({ language, script }) => language === wanted?.language && script === wanted.script,
    );
    const region = nearest[wanted?.language ?? '']?.[wanted?.region ?? ''] ?? wanted?.region;
    const best = inScript.find((language) => language.region === region) ?? inScript[0];
    if (best) return best.locale;
  }
  return fallback;
}

/** The rest of a tag is not needed, and Intl.Locale throws if it is malformed. */
const languageScriptRegion = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?=-|$)/i;

/** Undefined: the tag is none. */
function maximal(tag: string): Intl.Locale | undefined {
  const [readable] = languageScriptRegion.exec(tag) ?? [];
  return readable === undefined ? undefined : new Intl.Locale(readable).maximize();
}

/** Countries whose language is close to another country's than the first of ours: the parent locales of CLDR 48. */
const nearest: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pt: Object.fromEntries('AO CH CV FR GQ GW LU MO MZ ST TL'.split(' ').map((region) => [region, 'PT'])),
};

const offered = locales.map((locale) => ({ locale, ...tags[locale] }));
