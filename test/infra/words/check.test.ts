import { describe, expect, test } from '@jest/globals';
import { configOf } from '../../../infra/stack/settings.ts';
import { checkWords } from '../../../infra/words/check.ts';
import { minute } from '../../../lib/core/time.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { messagesIn } from '../../../lib/locales/messages.ts';
import { faulty } from '../../../lib/settings/draft.ts';

const sent = {
  style: { brand: 'Acme', codeOrigin: undefined, androidAppHash: undefined },
  code: { length: 6, ttl: 10 * minute, attempts: 5 },
  words: undefined,
};
const complaintsAbout = (words: unknown, more: Partial<Parameters<ReturnType<typeof checkWords>>[0]> = {}) =>
  checkWords(words, 'words')({ ...sent, ...more });

test.each(locales)('our own words in %s would be taken', async (locale) => {
  expect(complaintsAbout({ [locale]: await messagesIn(locale) })).toEqual([]);
});

test('no words, and parts of them, are enough', () => {
  for (const words of [undefined, faulty, {}, { de: {} }, { de: { email: {} } }]) {
    expect(complaintsAbout(words)).toEqual([]);
  }
});

describe('what is wrong', () => {
  const long = `{code} is your {brand} code, valid for {lifetime}. ${'Do not share it. '.repeat(8)}Bye.`;

  test.each<[string, unknown, string]>([
    ['words that are none', ['en'], 'words: must be an object such as { "en": { "email": { "subject": "…" } } }'],
    ['a country’s form of a language', { 'de-AT': {} }, 'words: de-AT is no language of ours: is it de?'],
    ['another form of a tag', { pt: {} }, 'words: pt is no language of ours: is it pt-BR?'],
    ['a language that we do not have', { tlh: {} }, 'words: tlh is no language of ours: there are en, zh-CN, '],
    ['a language of texts', { de: 'Hallo' }, 'words: de must be an object with email, sms or both'],
    ['another message', { de: { push: {} } }, 'words: de.push is no message of ours: there are email, sms'],
    ['a slip in a message’s name', { de: { emails: {} } }, 'words: de.emails is no message of ours: is it email?'],
    ['a message of one text', { de: { sms: '{code}' } }, 'words: de.sms must be an object of texts'],
    [
      'a slip in a text’s name',
      { de: { email: { subjekt: 'x' } } },
      'words: de.email.subjekt is no text of ours: is it subject?',
    ],
    [
      'a name nothing has',
      { de: { sms: { title: 'x' } } },
      'words: de.sms.title is no text of ours: there are full, short, brief',
    ],
    [
      'what every object has',
      { de: { toString: {} } },
      'words: de.toString is no message of ours: there are email, sms',
    ],
    ['a list of lines', { de: { email: { never: ['Nie.'] } } }, 'words: de.email.never must be a text'],
    ['a text left undefined', { de: { email: { never: undefined } } }, 'words: de.email.never must be a text'],
    [
      'a fault of a text',
      { de: { sms: { brief: 'Hallo' } } },
      'words: de.sms.brief must have each of {brand} {code} once',
    ],
    [
      'a text of two segments',
      { en: { sms: { full: long } } },
      'words: en.sms.full must fit one text beside your brand and domain: it has 188 characters, of which 160 fit',
    ],
    [
      'a letter that costs 90 characters',
      {
        tr: { sms: { full: '{code}, {brand} için giriş kodunuzdur ve {lifetime} geçerlidir. Kimseyle paylaşmayın.' } },
      },
      'characters, of which 70 fit, because of “ç”',
    ],
  ])('%s is said', (_, words, complaint) => {
    expect(complaintsAbout(words)).toEqual([expect.stringContaining(complaint)]);
  });

  test('is said all at once, in every language', () => {
    const words = { en: { email: { subject: '' }, sms: { ful: '' } }, de: { sms: { brief: '' } }, xx: {} };
    expect(complaintsAbout(words).map((complaint) => complaint.split(' ')[1])).toEqual([
      'en.email.subject',
      'en.sms.ful',
      'de.sms.brief',
      'xx',
    ]);
  });

  test('depends on what stands in the text besides words', () => {
    const words = { en: { sms: { full: `{code} is your {brand} code, valid for {lifetime}. ${'x'.repeat(90)}` } } };
    expect(complaintsAbout(words)).toEqual([]);
    const style = { ...sent.style, codeOrigin: 'login.example.com' };
    expect(complaintsAbout(words, { style })).toEqual([expect.stringContaining('of which 160 fit')]);
    // Whoever cannot say what else stands there has said so already.
    expect(complaintsAbout(words, { style: faulty })).toEqual([]);
  });
});

test('a program that makes the service is told what is wrong with settings and words, at once', () => {
  const words = { en: { sms: { brief: 'Hello' } } };
  expect(() => configOf({ emailFrom: 'login@example.com', codeLength: '5' }, words)).toThrow(
    /codeLength must be .*\n {2}words: en\.sms\.brief must have each of \{brand\} \{code\} once/,
  );
});
