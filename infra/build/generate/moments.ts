import type { Locale } from '../../../lib/locales/locales.ts';

const year = 2026;

/** By month, `November {d}, {y} at {HH}:{mm}`: the day and the hour have one letter where they are not padded. */
export function monthsOf(locale: Locale): string[] {
  const format = momentsIn(locale);
  const letter: Readonly<Record<string, string>> = { day: 'd', hour: 'H', minute: 'm' };
  return Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(Date.UTC(year, month))
      .map(({ type, value }) => {
        if (type === 'year') return '{y}';
        return letter[type] ? `{${letter[type].repeat(value.length)}}` : value;
      })
      .join(''),
  );
}

export function yearsAhead(locale: Locale): number {
  const { calendar } = momentsIn(locale).resolvedOptions();
  // In ASCII's digits, whatever those of the language are.
  const parts = new Intl.DateTimeFormat('en', { calendar, year: 'numeric', timeZone: 'UTC' }).formatToParts(
    Date.UTC(year, 6),
  );
  return Number(parts.find(({ type }) => type === 'year')?.value) - year;
}

const momentsIn = (locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' });
