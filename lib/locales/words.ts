import { type Millis, toSeconds } from '../core/time.ts';
import { phrases } from '../generated/phrases.js';
import { type Locale, perLocale } from './locales.ts';

/** How a language writes durations and moments. Made at build by `infra/build/generate/phrases.ts`. */
export interface Phrases {
  /** What the tag implies: `zh-CN` implies the script `Hans`. */
  readonly written: { readonly language: string; readonly script: string; readonly region: string };
  /** `{n} days`, by plural category. */
  readonly units: Readonly<Record<Unit, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;
  readonly separator: string;
  /** January first: `January {day}, {year} at {hour}:{minute}`. */
  readonly months: readonly string[];
}

type Unit = 'days' | 'hours' | 'minutes' | 'seconds';

type Values = Readonly<Record<string, string | number>>;

/** Puts each value in the place of `{name}`. Names inside values are left as they are. */
export const fill = (template: string, values: Values): string => prepare(template)(values);

/** For a template that is filled often: its places are found once. */
export function prepare(template: string): (values: Values) => string {
  // The names that the pattern captures are at the odd indexes.
  const parts = template.split(/\{(\w+)\}/);
  return (values) => parts.map((part, i) => (i % 2 === 0 ? part : (values[part] ?? `{${part}}`))).join('');
}

const plurals = perLocale((locale) => new Intl.PluralRules(locale));

/** Rounded up to the second: "1 minute, 30 seconds", "10分钟". */
export function duration(length: Millis, locale: Locale): string {
  const total = toSeconds(length);
  const { units, separator }: Phrases = phrases[locale];
  const parts: [Unit, number][] = [
    ['days', Math.floor(total / 86_400)],
    ['hours', Math.floor(total / 3_600) % 24],
    ['minutes', Math.floor(total / 60) % 60],
    ['seconds', total % 60],
  ];
  return parts
    .filter(([, n]) => n > 0)
    .map(([unit, n]) => fill(units[unit][plurals[locale].select(n)] ?? '', { n }))
    .join(separator);
}

/** In UTC, to the minute: "November 22, 2026 at 23:51", "2026年11月22日 23:51". */
export function moment(at: Millis, locale: Locale): string {
  const date = new Date(at);
  return fill(phrases[locale].months[date.getUTCMonth()] ?? '', {
    day: date.getUTCDate(),
    year: date.getUTCFullYear(),
    hour: twoDigits(date.getUTCHours()),
    minute: twoDigits(date.getUTCMinutes()),
  });
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
