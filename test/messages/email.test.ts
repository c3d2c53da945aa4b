import { describe, expect, test } from '@jest/globals';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute } from '../../lib/core/time.ts';
import { tags } from '../../lib/generated/tags.js';
import { languageOf } from '../../lib/locales/language.ts';
import { locales } from '../../lib/locales/locales.ts';
import { messagesIn } from '../../lib/locales/messages.ts';
import { duration, fill, moment } from '../../lib/locales/words.ts';
import { createRenderEmail } from '../../lib/messages/email.ts';
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

const mails = await Promise.all(
  locales.map(async (locale) => ({
    locale,
    mail: await createRenderEmail({ brand: 'Acme' })(message, locale),
    words: (await messagesIn(locale)).email,
    phrases: (await languageOf(locale)).phrases,
  })),
);

describe.each(mails)('the mail in $locale', ({ locale, mail, words, phrases }) => {
  const { locale: tag, subject, text, html } = mail;
  const shown = writtenIn(html, 'light').map((written) => written.text);

  test('names the brand in its subject, on one line, and never the code', () => {
    expect(subject).toContain('Acme');
    expect(subject).not.toMatch(/\d|[\r\n]/);
  });

  test('says in both bodies what the code is for, before the code, with the brand', () => {
    const heading = fill(words.heading, { brand: 'Acme' });
    expect(heading).toContain('Acme');
    expect(text.split('\n').slice(0, 3)).toEqual([heading, '', '012345']);
    expect(shown.slice(1, 3)).toEqual([heading, '012345']);
  });

  test('begins with the code, hidden, so that a notification shows it', () => {
    expect(textOf(html)).toMatch(/^012345\b/);
    expect(shown[0]).toBe('Acme');
  });

  test('shows the code as one run of digits, alone, in both bodies', () => {
    expect(shown).toContain('012345');
    expect(text.split('\n')).toContain('012345');
  });

  test('says in both bodies how long the code lives, when it was asked for, and what to do about it otherwise', () => {
    const lifetime = duration(message.lifetime, phrases);
    const askedAt = moment(message.askedAt, phrases);
    for (const said of [lifetime, `${askedAt} UTC`, words.never, words.ignore, fill(words.expiry, { lifetime })]) {
      expect(text).toContain(said);
      expect(shown.join('\n')).toContain(said);
    }
  });

  test('leaves no placeholder unfilled', () => {
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\w+\}/);
  });

  test('says in which language it is and which way that is written', () => {
    expect(tag).toBe(locale);
    expect(html).toContain(`<html lang="${locale}" dir="${tags[locale].dir}"`);
  });

  test('tells each text’s direction and language, since mail programs throw the page’s away', () => {
    const texts = [...html.matchAll(/<div(?=[^>]*text-align: ?start)([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(texts.length).toBeGreaterThan(5);
    for (const attributes of texts) {
      expect(attributes).toContain(`dir="${tags[locale].dir}"`);
      expect(attributes).toContain(`lang="${locale}"`);
    }
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

test('the mail is told to clients as made for light and dark, and is dark in the dark', async () => {
  const { html } = await createRenderEmail({ brand: 'Acme' })(message, 'en');
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
  const backgrounds = (scheme: 'light' | 'dark') => writtenIn(html, scheme).map(({ background }) => background);
  for (const [index, dark] of backgrounds('dark').entries()) expect(dark).not.toBe(backgrounds('light')[index]);
});

test('black on white is measured as 21:1, and a pair known to just fail as failing', () => {
  expect(contrast({ text: '', color: '#000000', background: '#ffffff' })).toBe(21);
  expect(contrast({ text: '', color: '#777777', background: '#ffffff' })).toBeCloseTo(4.48, 2);
});

test.each(locales)('in %s, what is put into the markup is escaped, once, and filled in once', async (locale) => {
  const brand = `<b>&"'{code}`;
  const { subject, text, html } = await createRenderEmail({ brand })(message, locale);
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('&amp;amp;');
  const { html: whole } = await createRenderEmail({ brand: 'Acme' })(message, locale);
  expect(html.split('&lt;b&gt;&amp;&quot;&#39;{code}')).toHaveLength(whole.split('Acme').length);
  for (const part of [subject, text]) expect(part).toContain(brand);

  const { html: hostile } = await createRenderEmail({ brand: 'Acme' })(
    { ...message, passcode: '<i>' as Passcode },
    locale,
  );
  expect(hostile).not.toContain('<i>');
  expect(hostile).toContain('>&lt;i&gt;<');
});

describe.each(locales)('in %s, a mail with a look of its own', (locale) => {
  // The lightest grey that the setting takes: whatever is written in it has the least contrast.
  const look = {
    brand: 'Acme',
    color: '#6f6f6f',
    logoUrl: 'https://example.com/logo.png?a=1&b="2"',
    supportUrl: 'https://help.example.com/a?b=1&c=2',
  };

  test.each(['light', 'dark'] as const)('is readable in the %s: every contrast is 4.5:1 or more', async (scheme) => {
    const written = writtenIn((await createRenderEmail(look)(message, locale)).html, scheme);
    for (const part of written) expect([part, contrast(part) >= 4.5]).toEqual([part, true]);
    const code = written.find(({ text }) => text === '012345');
    expect(code?.color).toBe(scheme === 'light' ? look.color : '#ffffff');
  });

  test('shows the logo, of a fixed height, in the place of the name, which stands for it where pictures are blocked', async () => {
    const { html } = await createRenderEmail(look)(message, locale);
    const [img, ...more] = html.match(/<img[^>]*>/g) ?? [];
    expect(more).toEqual([]);
    expect(img).toContain('src="https://example.com/logo.png?a=1&amp;b=&quot;2&quot;" alt="Acme" height="32"');
    expect(writtenIn(html, 'light').map(({ text }) => text)).not.toContain('Acme');
  });

  test('says in both bodies where to find help, last, by one link that reads as where it leads', async () => {
    const { html, text } = await createRenderEmail(look)(message, locale);
    expect(html.match(/<a\b[^>]*>[^<]*<\/a>/g)).toEqual([
      expect.stringMatching(
        /^<a href="https:\/\/help\.example\.com\/a\?b=1&amp;c=2".*>help\.example\.com\/a\?b=1&amp;c=2<\/a>$/,
      ),
    ]);
    const { help } = (await messagesIn(locale)).email;
    expect(text).toMatch(/\n\n[^\n]+\n$/);
    expect(text.trim().split('\n').at(-1)).toBe(fill(help, { support: look.supportUrl }));
    for (const part of [text, html]) expect(part).not.toMatch(/\{\w+\}/);
  });
});

test('a line above the mail has the colour, and without a colour there is none', async () => {
  const lineOf = async (color?: string) =>
    /border-top:([^;]*);border-radius:14px/.exec(
      (await createRenderEmail({ brand: 'Acme', color })(message, 'en')).html,
    )?.[1];
  expect(await lineOf('#0b57d0')).toBe('4px solid #0b57d0');
  expect(await lineOf()).toBe('0');
});
