import { expect, test } from '@jest/globals';
import { chooseLocale } from '../../lib/locales/choose-locale.ts';

/** Klingon, for which nobody has asked yet. */
const unknown = 'tlh';

test.each<[string[], string]>([
  [['zh'], 'zh-CN'],
  [['zh-Hans'], 'zh-CN'],
  [['zh-Hans-SG'], 'zh-CN'],
  [[unknown, 'zh-CN'], 'zh-CN'],
  [['en-AU', 'zh-CN'], 'en'],
  [['zh-Hans-CN-x-private'], 'zh-CN'],
  [['zh-CN-u-nu-hanidec'], 'zh-CN'],
  [['cmn-Hans'], 'zh-CN'],
  [['zh-TW'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-MO'], 'zh-TW'],
  [['zh-Hant'], 'zh-TW'],
  [['zh-Hant-CN'], 'zh-TW'],
  [['pt'], 'pt-BR'],
  [['pt-BR'], 'pt-BR'],
  [['pt-PT'], 'pt-PT'],
  [['pt-AO'], 'pt-PT'],
  [['pt-MZ'], 'pt-PT'],
  [['pt-US'], 'pt-BR'],
  [['fr-CA'], 'fr'],
  [['es-419'], 'es'],
  [['es-MX'], 'es'],
  [['de-AT'], 'de'],
  [['ar-EG'], 'ar'],
  [['iw-IL'], 'he'], // Java's old name of Hebrew
  [['in-ID'], 'id'], // and of Indonesian
  [['nl-BE'], 'nl'],
  [['uk-UA', 'ru'], 'uk'],
  [['hi-Latn', 'bn'], 'bn'], // Hindi in Latin letters is not what we have
  [[unknown], 'en'],
  [['*', 'e', 'x-y', 'en_US', '', 'a'.repeat(10_000)], 'en'],
  [[], 'en'],
])('%j is answered in %s', (preferred, locale) => expect(chooseLocale(preferred, 'en')).toBe(locale));

test('a tag that was read before means the same, and so does none', () => {
  for (const again of [1, 2]) {
    expect([again, chooseLocale([unknown, 'pt-AO'], 'en')]).toEqual([again, 'pt-PT']);
    expect([again, chooseLocale([unknown], again === 1 ? 'en' : 'de')]).toEqual([again, again === 1 ? 'en' : 'de']);
  }
});

test('who reads none of our languages is answered in the default one, whichever it is', () => {
  expect(chooseLocale([unknown, 'zxx'], 'zh-CN')).toBe('zh-CN');
});
