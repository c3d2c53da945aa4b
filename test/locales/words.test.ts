import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languageOf } from '../../lib/locales/language.ts';
import { type Locale, locales } from '../../lib/locales/locales.ts';
import { duration, fill, moment } from '../../lib/locales/words.ts';

const phrasesIn = async (locale: Locale) => (await languageOf(locale)).phrases;

test.each([
  [1, 'en', '1 second'],
  [60_000, 'en', '1 minute'],
  [59_001, 'en', '1 minute'],
  [90_000, 'en', '1 minute, 30 seconds'],
  [86_400_000, 'en', '1 day'],
  [600_000, 'zh-CN', '10分钟'],
  [3_661_000, 'fr', '1\u00a0heure, 1 minute et 1\u00a0seconde'],
  [1_320_000, 'ru', '22 минуты'],
  [300_000, 'pl', '5 minut'],
  [120_000, 'ar', 'دقيقتان'],
  [660_000, 'ar', '11 دقيقة'],
  [62_000, 'he', '1 דקה, שתי שניות'],
  [65_000, 'he', '1 דקה, 5 שניות'],
  [3_665_000, 'he', '1 שעה, 1 דקה ו-5 שניות'],
  [600_000, 'bn', '১০ মিনিট'],
] as const)('%i ms in %s is %s', async (length, locale, text) => {
  expect(duration(length, await phrasesIn(locale))).toBe(text);
});

test.each([
  [Date.UTC(2026, 10, 22, 23, 51, 59, 999), 'en', 'November 22, 2026 at 23:51'],
  [Date.UTC(2026, 10, 22), 'en', 'November 22, 2026 at 00:00'],
  [Date.UTC(2026, 10, 22, 23, 51), 'zh-CN', '2026年11月22日 23:51'],
  [Date.UTC(2026, 10, 22, 23, 51), 'th', '22 พฤศจิกายน 2569 เวลา 23:51'],
  [Date.UTC(2026, 10, 22, 9, 5), 'bn', '২২ নভেম্বর, ২০২৬ এ ০৯:০৫'],
] as const)('the moment %i in %s is %s in UTC, wherever the clock hangs', async (at, locale, text) => {
  expect(moment(at, await phrasesIn(locale))).toBe(text);
});

const languages = await Promise.all(locales.map(async (locale) => [locale, await phrasesIn(locale)] as const));

describe.each(languages)('in %s', (locale, phrases) => {
  test('lengths of time and moments are said as Intl says them', () => {
    const durations = new Intl.DurationFormat(locale, { style: 'long' });
    const moments = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone: 'UTC',
    });
    const part = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
    const parts = fc.record({ days: part(400), hours: part(23), minutes: part(59), seconds: part(59) });
    const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(parts, dates, (amounts, date) => {
        const { days, hours, minutes, seconds } = amounts;
        const length = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
        expect(duration(length, phrases)).toBe(durations.format(amounts));
        // Not `format`, which makes plain spaces of CLDR's narrow ones.
        const parts = moments.formatToParts(date).map(({ value }) => value);
        expect(moment(date.getTime(), phrases)).toBe(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });

  test('every number has a form, the one of its plural category, and no category is without one', () => {
    const rules = new Intl.PluralRules(locale);
    const forms = new Map<string, string>();
    for (let n = 1; n < 1_000; n++) {
      const form = phrases.forms[n < 200 ? n : 100 + (n % 100)] ?? '';
      const category = rules.select(n);
      expect([n, forms.get(category) ?? form]).toEqual([n, form]);
      forms.set(category, form);
    }
    for (const written of Object.values(phrases.units)) {
      expect(written).toHaveLength(forms.size);
      for (const text of written) expect(text).toMatch(/\p{L}/u);
    }
  });
});

test('a value that looks like a placeholder is not filled in turn', () => {
  expect(fill('{a} {b} {c}', { a: '{b}', b: 1 })).toBe('{b} 1 {c}');
});
