import { describe, expect, test } from '@jest/globals';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { locales } from '../../lib/locales/locales.ts';
import { renderEmail } from '../../lib/messages/email.ts';
import { fitsOneSegment, renderSms } from '../../lib/messages/sms.ts';

const notice = { passcode: '012345' as Passcode, lifetime: 10 * minute };
const style = { brand: 'Acme', codeOrigin: 'example.com' };

describe.each(locales)('in %s', (locale) => {
  const email = renderEmail(notice, 'Acme', locale);
  const sms = renderSms(notice, style, locale);

  test('the mail has the code in both bodies and never in its subject', () => {
    expect(email.text).toContain('012345');
    expect(email.html).toContain('<strong>012345</strong>');
    expect(email.subject).not.toContain('012345');
    expect(email.subject).toContain('Acme');
  });

  test('every placeholder is filled', () => {
    for (const text of [email.subject, email.text, email.html, sms.text]) expect(text).not.toMatch(/\{\w+\}/);
  });

  test('the text fits one segment, and its last line lets a browser fill in the code', () => {
    expect(fitsOneSegment(sms.text)).toBe(true);
    expect(sms.text.split('\n').slice(-2)).toEqual(['', '@example.com #012345']);
    expect(sms.text.endsWith('#012345')).toBe(true);
  });

  test('the text has no such line unless an origin is set', () => {
    const { text } = renderSms(notice, { ...style, codeOrigin: undefined }, locale);
    expect(text).toContain('012345');
    expect(text).not.toMatch(/[\n@#]/);
  });

  test('both say in which language they are', () => {
    expect([email.locale, sms.locale]).toEqual([locale, locale]);
    expect(email.html).toContain(`<html lang="${locale}"`);
  });
});

test('a brand cannot break out of the markup', () => {
  const { html, text } = renderEmail(notice, '<b>&"\'', 'en');
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;b&gt;&amp;&quot;&#39;');
  expect(text).toContain('<b>&"\'');
});

test.each<[string, string, boolean]>([
  ['160 characters of the GSM alphabet', 'a'.repeat(160), true],
  ['161 of them', 'a'.repeat(161), false],
  ['160 with one that takes two places', `${'a'.repeat(159)}€`, false],
  ['70 characters beyond it', '码'.repeat(70), true],
  ['71 of them', '码'.repeat(71), false],
  ['one beyond it among many', `${'a'.repeat(70)}码`, false],
])('%s: one segment is %s', (_, text, fits) => expect(fitsOneSegment(text)).toBe(fits));
