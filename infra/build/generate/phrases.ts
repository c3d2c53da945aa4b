import { type Locale, perLocale } from '../../../lib/locales/locales.ts';
import { constant, type Module } from './module.ts';

/**
 * Templates for a length of time and for a moment, in each language. Intl could format both, but to make its formatters
 * takes a fifth of a function's start.
 */
export const phrasesModule = (): Module =>
  constant(
    'phrases',
    "Readonly<Record<import('../locales/locales.ts').Locale, import('../locales/words.ts').Phrases>>",
    {
      ...perLocale(phrasesOf),
    },
  );

const phrasesOf = (locale: Locale) => {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  return {
    written: { language, script, region },
    units: unitsOf(locale),
    separator: separatorOf(locale),
    months: monthsOf(locale),
  };
};

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

/** `{ days: { one: '{n} day', other: '{n} days' }, … }` */
function unitsOf(locale: Locale) {
  const rules = new Intl.PluralRules(locale);
  const format = new Intl.DurationFormat(locale, { style: 'long' });
  const samples = Array.from({ length: 200 }, (_, i) => i + 1);
  const categories = Object.entries(Object.groupBy(samples, (n) => rules.select(n)));
  const template = (unit: string, [n = 0] = [] as number[]) => format.format({ [unit]: n }).replace(String(n), '{n}');
  return Object.fromEntries(
    units.map((unit) => [unit, Object.fromEntries(categories.map(([category, ns]) => [category, template(unit, ns)]))]),
  );
}

function separatorOf(locale: Locale): string {
  const format = new Intl.DurationFormat(locale, { style: 'long' });
  const [minutes, seconds] = [format.format({ minutes: 1 }), format.format({ seconds: 1 })];
  return format.format({ minutes: 1, seconds: 1 }).slice(minutes.length, -seconds.length);
}

/** By month, `November {day}, {year} at {hour}:{minute}`. */
function monthsOf(locale: Locale): string[] {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const changing = new Set(['day', 'year', 'hour', 'minute']);
  return Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(Date.UTC(2026, month))
      .map(({ type, value }) => (changing.has(type) ? `{${type}}` : value))
      .join(''),
  );
}
