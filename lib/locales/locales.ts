import type { Catalog } from './catalog.ts';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

const catalogs = { en, 'zh-CN': zhCN } satisfies Record<string, Catalog>;

/** A BCP 47 tag we have words for. */
export type Locale = keyof typeof catalogs;

export const locales = Object.keys(catalogs) as readonly Locale[];

export const isLocale = (tag: string): tag is Locale => Object.hasOwn(catalogs, tag);

/** Makes one for each language. */
export const perLocale = <T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;

export const wordsIn = (locale: Locale): Catalog => catalogs[locale];
