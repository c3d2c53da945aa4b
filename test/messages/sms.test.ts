import { describe, expect, test } from '@jest/globals';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { languageOf } from '../../lib/locales/language.ts';
import { locales } from '../../lib/locales/locales.ts';
import { messagesIn } from '../../lib/locales/messages.ts';
import { duration, fill } from '../../lib/locales/words.ts';
import { fitsOneSegment, measure } from '../../lib/messages/segment.ts';
import { createRenderSms } from '../../lib/messages/sms.ts';
import type { SmsStyle } from '../../lib/messages/sms-text.ts';
import { readSendConfig } from '../../lib/settings/config.ts';
import { parseOneTimeCode } from '../support/one-time-code.ts';
import { secret } from '../support/recorded.ts';

const message = { passcode: '012345' as Passcode, lifetime: 10 * minute };
const style: SmsStyle = { brand: 'Acme', codeOrigin: 'example.com', androidAppHash: undefined };
const plain: SmsStyle = { ...style, codeOrigin: undefined };

describe.each(locales)('in %s', (locale) => {
  test('the text fits one segment, fills every place, and says in which language it is', async () => {
    const sms = await createRenderSms(style)(message, locale);
    expect(fitsOneSegment(sms.text)).toBe(true);
    expect(sms.text).not.toMatch(/\{\w+\}/);
    expect(sms.text).toContain('Acme');
    expect(sms.locale).toBe(locale);
  });

  test('a browser finds the code and the domain in its last line, and nothing else', async () => {
    const { text } = await createRenderSms(style)(message, locale);
    expect(parseOneTimeCode(text)).toEqual({ topLevelHost: 'example.com', embeddedHost: undefined, code: '012345' });
    expect(text).toMatch(/\n\n@example\.com #012345$/);
  });

  test('an app finds its hash in a line of its own, and a browser still its line', async () => {
    const { text } = await createRenderSms({ ...style, androidAppHash: 'FA+9qCX9VSu' })(message, locale);
    expect(text.split('\n').slice(1)).toEqual(['', 'FA+9qCX9VSu', '@example.com #012345']);
    expect(fitsOneSegment(text)).toBe(true);
  });

  test('without a domain and an app, the text is one line: all the language has to say', async () => {
    const { text } = await createRenderSms(plain)(message, locale);
    const { sms } = await messagesIn(locale);
    const lifetime = duration(message.lifetime, (await languageOf(locale)).phrases);
    expect(text).toBe(fill(sms.full, { brand: 'Acme', code: '012345', lifetime }).replaceAll('\u00a0', ' '));
    expect(text).not.toContain('\n');
  });
});

/** The most characters of `of` that the settings take beside the rest. */
function longest(of: (length: number) => Record<string, string>): Record<string, string> {
  const taken = (length: number) => {
    try {
      readSendConfig({ TABLE_NAME: 'codes', PUBLIC_URL: 'https://login.example.com', ...of(length) });
      return true;
    } catch {
      return false;
    }
  };
  let length = 1;
  while (taken(length + 1)) length++;
  return of(length);
}

const base = { LOGIN_CODE_SECRET: secret('a secret of at least 32 characters'), SMS_COUNTRIES: '*=1' };
const domainOf = (length: number) => `${'a'.repeat(length)}.example.com`;

test.each([
  ['brand', (n: number) => ({ ...base, BRAND_NAME: 'x'.repeat(n), CODE_ORIGIN: 'login.example.com' })],
  ['brand outside of GSM', (n: number) => ({ ...base, BRAND_NAME: '码'.repeat(n), CODE_ORIGIN: 'login.example.com' })],
  ['domain', (n: number) => ({ ...base, BRAND_NAME: 'Acme', CODE_ORIGIN: domainOf(n) })],
  ['domain beside an app', (n: number) => ({ ...base, CODE_ORIGIN: domainOf(n), ANDROID_APP_HASH: 'FA+9qCX9VSu' })],
  [
    'brand for a code of ten digits',
    (n: number) => ({ ...base, BRAND_NAME: 'x'.repeat(n), CODE_LENGTH: '10', CODE_ORIGIN: 'login.example.com' }),
  ],
] as const)('with the longest %s allowed, every language’s text still fits one segment', async (_, of) => {
  const config = readSendConfig({ TABLE_NAME: 'codes', PUBLIC_URL: 'https://login.example.com', ...longest(of) });
  const passcode = '0'.repeat(config.code.length) as Passcode;
  for (const locale of locales) {
    for (const lifetime of [minute, 9 * minute + 59_000, 10 * minute]) {
      const { text } = await createRenderSms(config.style)({ passcode, lifetime }, locale);
      expect([locale, text, fitsOneSegment(text)]).toEqual([locale, text, true]);
      expect(text).toContain(config.style.brand);
      expect(parseOneTimeCode(text)).toMatchObject({ topLevelHost: config.style.codeOrigin, code: passcode });
    }
  }
});

test.each<[string, string, boolean]>([
  ['160 characters of the GSM alphabet', 'a'.repeat(160), true],
  ['161 of them', 'a'.repeat(161), false],
  ['160 with one that takes two places', `${'a'.repeat(159)}€`, false],
  ['70 characters beyond it', '码'.repeat(70), true],
  ['71 of them', '码'.repeat(71), false],
  ['one beyond it among many', `${'a'.repeat(70)}码`, false],
])('%s: one segment is %s', (_, text, fits) => expect(fitsOneSegment(text)).toBe(fits));

test('a text tells which character costs it the long alphabet', () => {
  expect(measure('Ihr Code für Müşteri: 1')).toEqual({ length: 23, max: 70, costly: 'ş' });
  expect(measure('Ihr Code für Kunden: 1')).toEqual({ length: 22, max: 160, costly: undefined });
  expect(measure('👋')).toEqual({ length: 2, max: 70, costly: '👋' });
});

// The examples of the specification, https://wicg.github.io/sms-one-time-codes/#authoring.
test.each([
  ['747723 is your ExampleCo authentication code.\n\n@example.com #747723', ['example.com', undefined, '747723']],
  ['747723 is your code.\n\n@example.com #747723 @ecommerce.example', ['example.com', 'ecommerce.example', '747723']],
  ['@example.com #747723 @ecommerce.example $future', ['example.com', 'ecommerce.example', '747723']],
  ['@example.com #747723 %future', ['example.com', undefined, '747723']],
  ['something @example.com #747723', undefined],
  ['#747723 @ecommerce.example @example.com', undefined],
  ['@example.com code #747723', undefined],
  ['@example.com #747723\n', undefined],
  ['@example.com  #747723', undefined],
  ['@example.com #', undefined],
  ['@ #747723', undefined],
  ['@example.com', undefined],
  ['', undefined],
])('the browser’s parser, given %j, finds %j', (text, expected) => {
  const found = parseOneTimeCode(text);
  expect(found && [found.topLevelHost, found.embeddedHost, found.code]).toEqual(expected);
});
