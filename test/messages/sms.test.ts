import { describe, expect, test } from '@jest/globals';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { locales } from '../../lib/locales/locales.ts';
import { fitsOneSegment, renderSms } from '../../lib/messages/sms.ts';

const message = { passcode: '012345' as Passcode, lifetime: 10 * minute };
const style = { brand: 'Acme', codeOrigin: 'example.com' };

describe.each(locales)('in %s', (locale) => {
  const sms = renderSms(message, style, locale);

  test('every placeholder is filled', () => expect(sms.text).not.toMatch(/\{\w+\}/));

  test('the text fits one segment, and its last line lets a browser fill in the code', () => {
    expect(fitsOneSegment(sms.text)).toBe(true);
    expect(sms.text.split('\n').slice(-2)).toEqual(['', '@example.com #012345']);
    expect(sms.text.endsWith('#012345')).toBe(true);
  });

  test('the text has no such line unless an origin is set', () => {
    const { text } = renderSms(message, { ...style, codeOrigin: undefined }, locale);
    expect(text).toContain('012345');
    expect(text).not.toMatch(/[\n@#]/);
  });

  test('the text says in which language it is', () => expect(sms.locale).toBe(locale));
});

test.each<[string, string, boolean]>([
  ['160 characters of the GSM alphabet', 'a'.repeat(160), true],
  ['161 of them', 'a'.repeat(161), false],
  ['160 with one that takes two places', `${'a'.repeat(159)}€`, false],
  ['70 characters beyond it', '码'.repeat(70), true],
  ['71 of them', '码'.repeat(71), false],
  ['one beyond it among many', `${'a'.repeat(70)}码`, false],
])('%s: one segment is %s', (_, text, fits) => expect(fitsOneSegment(text)).toBe(fits));
