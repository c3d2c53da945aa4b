import type { Locale } from '../../../lib/locales/locales.ts';
import type { Phrases, Unit } from '../../../lib/locales/phrases.ts';
import { constant, type Module } from './module.ts';
import { monthsOf, yearsAhead } from './moments.ts';

/**
 * How a language writes lengths of time and moments: the tables of Unicode's CLDR, as Node's Intl knows them. Intl itself could
 * format both, but its formatters take 50 ms of a starting function.
 */
export const phrasesModule = (locale: Locale): Module =>
  constant('phrases', "import('../locales/phrases.ts').Phrases", phrasesOf(locale));

const phrasesOf = (locale: Locale): Phrases => {
  const { forms, samples } = formsOf(locale);
  const digits = new Intl.NumberFormat(locale, { useGrouping: false, minimumIntegerDigits: 10 }).format(123_456_789);
  return {
    ...(digits !== '0123456789' && { digits }),
    forms,
    units: unitsOf(locale, samples),
    joints: jointsOf(locale),
    months: monthsOf(locale),
    yearsAhead: yearsAhead(locale),
  };
};

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

const durationsIn = (locale: Locale) => new Intl.DurationFormat(locale, { style: 'long' });

/** Which numbers are written alike, and one number of each kind. */
function formsOf(locale: Locale) {
  const rules = new Intl.PluralRules(locale);
  const categories = Array.from({ length: 200 }, (_, n) => rules.select(n));
  const used = [...new Set(categories.slice(1))]; // nothing lasts 0 days
  const forms = categories.map((category) => Math.max(0, used.indexOf(category))).join('');
  return { forms, samples: used.map((category) => categories.indexOf(category, 1)) };
}

const unitsOf = (locale: Locale, samples: readonly number[]) =>
  Object.fromEntries(units.map((unit) => [unit, samples.map((n) => template(locale, unit, n))])) as Record<
    Unit,
    string[]
  >;

/** `{n} days`, or a word alone where the language has one: Arabic says "two days" in one. */
const template = (locale: Locale, unit: Unit, n: number): string =>
  durationsIn(locale)
    .formatToParts({ [unit]: n })
    .map(({ type, value }) => (type === 'integer' ? '{n}' : value))
    .join('');

/** What is found between the parts of durations. */
function jointsOf(locale: Locale): string[][] {
  const format = durationsIn(locale);
  return [2, 3, 4].map((count) => {
    const ofList = units.slice(-count);
    let rest = format.format(Object.fromEntries(ofList.map((unit) => [unit, 5])));
    return ofList.flatMap((unit) => {
      const part = format.format({ [unit]: 5 });
      const at = rest.indexOf(part);
      const joint = rest.slice(0, at);
      rest = rest.slice(at + part.length);
      return joint === '' ? [] : [joint];
    });
  });
}
