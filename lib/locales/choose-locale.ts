import QuickLRU from 'quick-lru';
import { closestLocale } from './closest.ts';
import type { Locale } from './locales.ts';

/** As `closestLocale`, for the many requests of a server: what is closest to a tag is found once. */
export function chooseLocale(preferred: readonly string[], fallback: Locale): Locale {
  for (const tag of preferred) {
    const locale = remembered(tag);
    if (locale) return locale;
  }
  return fallback;
}

/** Clients send the same few tags. Bounded, because strangers choose them. */
const known = new QuickLRU<string, { readonly locale: Locale | undefined }>({ maxSize: 100 });

function remembered(tag: string): Locale | undefined {
  // Longer ones are not tags that clients send, and must not fill the memory.
  if (tag.length > 35) return closestLocale([tag], undefined);
  const seen = known.get(tag);
  if (seen) return seen.locale;
  const found = { locale: closestLocale([tag], undefined) };
  known.set(tag, found);
  return found.locale;
}
