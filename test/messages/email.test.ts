import { describe, expect, test } from '@jest/globals';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { locales, wordsIn } from '../../lib/locales/locales.ts';
import { renderEmail } from '../../lib/messages/email.ts';
import { contrast, otherRules, writtenIn } from '../support/colours.ts';

const message = {
  passcode: '012345' as Passcode,
  lifetime: 10 * minute,
  askedAt: Date.UTC(2026, 10, 22, 23, 51, 59),
};

/** All the text a body holds, hidden or not, in order. */
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .trim();

describe.each(locales)('the mail in %s', (locale) => {
  const { locale: tag, subject, text, html } = renderEmail(message, 'Acme', locale);
  const shown = writtenIn(html, 'light').map((written) => written.text);

  test('names the brand in its subject, on one line, and never the code', () => {
    expect(subject).toContain('Acme');
    expect(subject).not.toMatch(/\d|[\r\n]/);
  });

  test('begins with the code, hidden, so that a notification shows it', () => {
    expect(textOf(html)).toMatch(/^012345\b/);
    expect(shown[0]).toBe('Acme');
  });

  test('shows the code as one run of digits, alone, in both bodies', () => {
    expect(shown).toContain('012345');
    expect(text.split('\n')).toContain('012345');
  });

  test.each([
    ['how long the code lives', { en: '10 minutes', 'zh-CN': '10分钟' }],
    ['when it was asked for, in UTC', { en: 'November 22, 2026 at 23:51 UTC', 'zh-CN': '2026年11月22日 23:51 UTC' }],
    ['what to do about it otherwise', { en: 'ignore', 'zh-CN': '忽略' }],
    ['that nobody will ask for it', { en: 'Nobody will ever ask', 'zh-CN': '都不会向您索要' }],
  ] as const)('says %s, in both bodies', (_, words) => {
    expect(text).toContain(words[locale]);
    expect(shown.join('\n')).toContain(words[locale]);
  });

  test('leaves no placeholder unfilled', () => {
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\w+\}/);
  });

  test('says in which language it is and which way that is written', () => {
    expect(tag).toBe(locale);
    expect(html).toContain(`<html lang="${locale}" dir="${wordsIn(locale).dir}"`);
  });

  test('is under 40 kB', () => expect(Buffer.byteLength(html)).toBeLessThan(40_000));

  test('needs no picture, link, script or anything else from elsewhere', () => {
    expect(html).not.toMatch(/<(img|a|link|script|iframe|object|form|svg)\b|\b(href|src|background)=|url\(|@import/i);
    expect(html.replace('xmlns="http://www.w3.org/1999/xhtml"', '')).not.toContain('//');
  });

  test.each(['light', 'dark'] as const)('is readable in the %s: every contrast is 4.5:1 or more', (scheme) => {
    const written = writtenIn(html, scheme);
    expect(written.map((part) => part.text)).toEqual(shown);
    for (const part of written) expect([part, contrast(part) >= 4.5]).toEqual([part, true]);
    expect(otherRules(html)).not.toMatch(/[^-]color:|background|filter|opacity/); // nothing unmeasured
  });
});

test('the mail is told to clients as made for light and dark, and is dark in the dark', () => {
  const { html } = renderEmail(message, 'Acme', 'en');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
  const backgrounds = (scheme: 'light' | 'dark') => writtenIn(html, scheme).map(({ background }) => background);
  for (const [index, dark] of backgrounds('dark').entries()) expect(dark).not.toBe(backgrounds('light')[index]);
});

test('black on white is measured as 21:1, and a pair known to just fail as failing', () => {
  expect(contrast({ text: '', color: '#000000', background: '#ffffff' })).toBe(21);
  expect(contrast({ text: '', color: '#777777', background: '#ffffff' })).toBeCloseTo(4.48, 2);
});

test.each(locales)('in %s, what is put into the markup is escaped, once, and filled in once', (locale) => {
  const brand = `<b>&"'{code}`;
  const { subject, text, html } = renderEmail(message, brand, locale);
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('&amp;amp;');
  const whole = renderEmail(message, 'Acme', locale).html;
  expect(html.split('&lt;b&gt;&amp;&quot;&#39;{code}')).toHaveLength(whole.split('Acme').length);
  for (const part of [subject, text]) expect(part).toContain(brand);

  const hostile = renderEmail({ ...message, passcode: '<i>' as Passcode }, 'Acme', locale).html;
  expect(hostile).not.toContain('<i>');
  expect(hostile).toContain('>&lt;i&gt;<');
});
