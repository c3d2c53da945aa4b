import { type Millis, toSeconds } from '../core/time.ts';
import { type Locale, locales } from './locales.ts';

/** Puts each value where `{its name}` stands. Values are not looked into again. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const formats = Object.fromEntries(
  locales.map((locale) => [locale, new Intl.DurationFormat(locale, { style: 'long' })]),
) as Record<Locale, Intl.DurationFormat>;

/** Rounded up to the second: "1 minute, 30 seconds", "10分钟". */
export function duration(length: Millis, locale: Locale): string {
  const total = toSeconds(length);
  const parts = { hours: Math.floor(total / 3_600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
  return formats[locale].format(parts);
}
