import { type Locale, locales } from '../../../lib/locales/locales.ts';
import type { Implied } from '../../../lib/locales/tags.ts';
import { constant, type Module } from './module.ts';

/** What a tag implies: `zh-CN` implies the script `Hans`, and that it is written from left to right. */
export const tagsModule = (): Module =>
  constant(
    'tags',
    "Readonly<Record<import('../locales/locales.ts').Locale, import('../locales/tags.ts').Implied>>",
    Object.fromEntries(locales.map((locale) => [locale, implied(locale)])),
  );

function implied(tag: Locale): Implied {
  const locale = new Intl.Locale(tag).maximize();
  const { language, script, region } = locale;
  const dir = locale.getTextInfo().direction;
  if (!script || !region || !dir) throw new Error(`Unicode knows no language ${tag}`);
  return { language, script, region, dir };
}
