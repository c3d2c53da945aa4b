import QuickLRU from 'quick-lru';
import { closestLocale, maximal } from './closest.ts';
import type { Locale } from './locales.ts';

/** As `closestLocale`, for the many requests of a server: what a tag implies is found once. */
export const chooseLocale = (preferred: readonly string[], fallback: Locale): Locale =>
  closestLocale(preferred, fallback, remembered);

/** Clients send the same few tags. Bounded, because strangers choose them. */
const known = new QuickLRU<string, { readonly maximal: Intl.Locale | undefined }>({ maxSize: 100 });

function remembered(tag: string): Intl.Locale | undefined {
  // Longer ones are not tags that clients send, and must not fill the memory.
  if (tag.length > 35) return maximal(tag);
  const seen = known.get(tag);
  if (seen) return seen.maximal;
  const found = { maximal: maximal(tag) };
  known.set(tag, found);
  return found.maximal;
}
