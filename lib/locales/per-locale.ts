import { once } from '../once.ts';
import { type Locale, locales } from './locales.ts';

/**
 * For each language, loads once, at its first use. Where `load` imports by a template, the bundler makes a file of its own of
 * every module that the template may mean: a language that nobody reads is never loaded.
 */
export function perLocale<T>(load: (locale: Locale) => Promise<T>): (locale: Locale) => Promise<T> {
  const loads = Object.fromEntries(locales.map((locale) => [locale, once(() => load(locale))])) as Record<
    Locale,
    () => Promise<T>
  >;
  return (locale) => loads[locale]();
}
