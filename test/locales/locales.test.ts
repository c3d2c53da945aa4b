import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseLocale } from '../../lib/locales/choose-locale.ts';
import { isLocale, locales, wordsIn } from '../../lib/locales/locales.ts';
import { duration, fill, moment } from '../../lib/locales/words.ts';

/** Every text of a catalog by its path, with the placeholders in it. */
function texts(words: object, path = ''): [string, string[]][] {
  return Object.entries(words).flatMap(([key, value]): [string, string[]][] =>
    typeof value === 'string'
      ? [[`${path}${key}`, [...value.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()]]
      : texts(value, `${path}${key}.`),
  );
}

describe('every language', () => {
  const english = texts(wordsIn('en')).sort();

  test.each(locales)('%s has the same texts with the same placeholders', (locale) => {
    expect(texts(wordsIn(locale)).sort()).toEqual(english);
  });

  test.each(locales)('%s leaves no text empty and no space at an end', (locale) => {
    for (const text of JSON.stringify(wordsIn(locale)).matchAll(/":"([^"]*)"/g)) expect(text[1]).toMatch(/^\S(.*\S)?$/);
  });

  test.each(locales)('%s is a tag that Intl knows', (locale) => {
    expect(Intl.DurationFormat.supportedLocalesOf(locale)).toEqual([locale]);
    expect(isLocale(locale)).toBe(true);
  });
});

test.each<[string[], string]>([
  [['zh'], 'zh-CN'],
  [['zh-Hans'], 'zh-CN'],
  [['zh-Hans-SG'], 'zh-CN'],
  [['zh-HK', 'fr'], 'en'],
  [['fr', 'zh-CN'], 'zh-CN'],
  [['en-AU', 'zh-CN'], 'en'],
  [['zh-Hans-CN-x-private'], 'zh-CN'],
  [['zh-CN-u-nu-hanidec'], 'zh-CN'],
  [['*', 'e', 'x-y', 'en_US', '', 'a'.repeat(10_000)], 'en'],
  [[], 'en'],
])('%j is answered in %s', (preferred, locale) => expect(chooseLocale(preferred, 'en')).toBe(locale));

test.each([
  [1, 'en', '1 second'],
  [60_000, 'en', '1 minute'],
  [59_001, 'en', '1 minute'],
  [90_000, 'en', '1 minute, 30 seconds'],
  [86_400_000, 'en', '1 day'],
  [600_000, 'zh-CN', '10分钟'],
] as const)('%i ms in %s is %s', (length, locale, text) => expect(duration(length, locale)).toBe(text));

test.each([
  [Date.UTC(2026, 10, 22, 23, 51, 59, 999), 'en', 'November 22, 2026 at 23:51'],
  [Date.UTC(2026, 10, 22), 'en', 'November 22, 2026 at 00:00'],
  [Date.UTC(2026, 10, 22, 23, 51), 'zh-CN', '2026年11月22日 23:51'],
] as const)('the moment %i in %s is %s in UTC, wherever the clock hangs', (at, locale, text) => {
  expect(moment(at, locale)).toBe(text);
});

test.each(locales)('in %s lengths of time and moments are said as Intl says them', (locale) => {
  const durations = new Intl.DurationFormat(locale, { style: 'long' });
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const part = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 1, max: most }));
  const parts = fc.record({ days: part(400), hours: part(23), minutes: part(59), seconds: part(59) });
  fc.assert(
    fc.property(
      parts,
      fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
      (parts, date) => {
        const { days, hours, minutes, seconds } = parts;
        const length = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
        expect(duration(length, locale)).toBe(durations.format(parts));
        expect(moment(date.getTime(), locale)).toBe(moments.format(date));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a value that looks like a placeholder is not filled in turn', () => {
  expect(fill('{a} {b} {c}', { a: '{b}', b: 1 })).toBe('{b} 1 {c}');
});
