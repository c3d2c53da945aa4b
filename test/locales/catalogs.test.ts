import { describe, expect, test } from '@jest/globals';
import { tags } from '../../lib/generated/tags.js';
import type { ElementWords } from '../../lib/locales/catalog.ts';
import { languageOf } from '../../lib/locales/language.ts';
import { isLocale, type Locale, locales } from '../../lib/locales/locales.ts';
import { messagesIn } from '../../lib/locales/messages.ts';
import { pagesIn } from '../../lib/locales/pages.ts';
import { faultsOf, textsOf as messageTextsOf } from '../../lib/messages/rules.ts';
import { alphabetOf } from '../support/alphabets.ts';

/** Every text of a part of a language, by its path. */
const textsOf = (words: object, path: string): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}.${key}`, value]] : textsOf(value, `${path}.${key}`),
  );

const elementWordsIn = async (locale: Locale) =>
  ((await import(`../../lib/locales/${locale}/element.ts`)) as { readonly elementWords: ElementWords }).elementWords;

const textsIn = async (locale: Locale): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...textsOf((await languageOf(locale)).answers, 'answers'),
    ...textsOf(await pagesIn(locale), 'pages'),
    ...textsOf(await messagesIn(locale), 'messages'),
    ...textsOf(await elementWordsIn(locale), 'element'),
  ]);

const languages = await Promise.all(locales.map(async (locale) => [locale, await textsIn(locale)] as const));
const english = await textsIn('en');
const others = languages.filter(([locale]) => locale !== 'en');

const placeholdersIn = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const wordsIn = (text = ''): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** What is never translated: names of fields, headers, formats and standards, as programs write them. */
const technical =
  /\{\w+\}|\/?[\w-]+\.json\b|[\w.+-]+@[\w.-]+|\b\w+_\w+\b|i18n_args\.\w+|\b(?:Content-Type|Idempotency-Key|application\/json|challenge_id|errors|email|phone|Allow|JSON|HTTP|API|UTC|ASCII|RFC|SMS|PIN|URL|IP)\b/g;

describe.each(languages)('%s', (locale, texts) => {
  test('has the same texts with the same placeholders as English', () => {
    const shape = (all: ReadonlyMap<string, string>) => [...all].map(([path, text]) => [path, placeholdersIn(text)]);
    expect(shape(texts)).toEqual(shape(english));
  });

  test('has no text that is empty, has a space at an end or two in a row, or breaks its line', () => {
    for (const text of texts.values()) expect(text).toMatch(/^\S+([ \u00a0]\S+)*$/u);
  });

  test('is written in its own letters, and in those of no other language', () => {
    const { letters, never } = alphabetOf(locale);
    for (const [path, text] of texts) {
      const own = text.replaceAll(technical, '');
      const foreign = [...own.matchAll(/\p{L}/gu)].map(([letter]) => letter).filter((letter) => !letters.test(letter));
      expect([path, foreign, never?.exec(own)?.[0]]).toEqual([path, [], undefined]);
    }
  });

  test('keeps in its messages the rules for words of a deployment’s own: where the code stands, no domain, no digits', async () => {
    for (const [name, text] of messageTextsOf(await messagesIn(locale))) {
      expect([name, faultsOf(name, text)]).toEqual([name, []]);
    }
  });

  test('is a tag that Intl knows, written as Intl writes it', () => {
    expect(Intl.DurationFormat.supportedLocalesOf(locale)).toEqual([locale]);
    expect(isLocale(locale)).toBe(true);
    expect(tags[locale].language).toBe(new Intl.Locale(locale).language);
  });
});

describe.each(others)('%s', (_, texts) => {
  test('leaves nothing in English', () => {
    const ours = new Set(['the', 'this', 'with', 'your', 'that', 'which', 'must', 'should', 'again', 'code is']);
    for (const [path, text] of texts) {
      const translated = text.replaceAll(technical, '');
      expect([path, wordsIn(translated).filter((word) => ours.has(word.toLowerCase()))]).toEqual([path, []]);
      // One word may be the same in two languages; a sentence is not.
      if (wordsIn(english.get(path)).length > 2) expect([path, text]).not.toEqual([path, english.get(path)]);
    }
  });
});

test('no two languages have the same subject, mail or text', () => {
  for (const path of ['email.subject', 'email.preheader', 'email.ignore', 'sms.full', 'sms.short', 'sms.brief']) {
    const texts = languages.map(([, all]) => all.get(`messages.${path}`));
    expect([path, new Set(texts).size]).toEqual([path, locales.length]);
  }
});
