import { type Millis, toSeconds } from '../core/time.ts';
import { type Locale, perLocale } from './locales.ts';

/** Puts each value where `{its name}` stands. Values are not looked into again. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const durations = perLocale((locale) => new Intl.DurationFormat(locale, { style: 'long' }));

const moments = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' }),
);

/** Rounded up to the second: "1 minute, 30 seconds", "10分钟". */
export function duration(length: Millis, locale: Locale): string {
  const total = toSeconds(length);
  const parts = { hours: Math.floor(total / 3_600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
  return durations[locale].format(parts);
}

/** In UTC, to the minute: "November 22, 2026 at 23:51", "2026年11月22日 23:51". */
export const moment = (at: Millis, locale: Locale): string => moments[locale].format(at);
