import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import { rounds } from '../support/rounds.ts';

function parsed(text: string): EmailTarget {
  const target = parseEmailAddress(text);
  if (typeof target === 'string') throw new Error(`${text}: ${target}`);
  return target;
}

describe('an address', () => {
  test.each<[string, string, string]>([
    ['ada@example.com', 'ada@example.com', 'ada@example.com'],
    ['Ada.Lovelace@Example.COM', 'ada.lovelace@example.com', 'ada.lovelace@example.com'],
    ['  ada@example.com ', 'ada@example.com', 'ada@example.com'],
    ['bob+news@corp.example', 'bob+news@corp.example', 'bob@corp.example'],
    ['bob+a+b@corp.example', 'bob+a+b@corp.example', 'bob@corp.example'],
    ['+bob@corp.example', '+bob@corp.example', '+bob@corp.example'],
    ['a.d.a+x@gmail.com', 'a.d.a+x@gmail.com', 'ada@gmail.com'],
    ['A.da@GoogleMail.com', 'a.da@googlemail.com', 'ada@gmail.com'],
    ['a.d.a@corp.example', 'a.d.a@corp.example', 'a.d.a@corp.example'],
    ["o'hara!#$%&*/=?^_`{|}~-@example.ie", "o'hara!#$%&*/=?^_`{|}~-@example.ie", "o'hara!#$%&*/=?^_`{|}~-@example.ie"],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ada@例え。テスト', 'ada@xn--r8jz45g.xn--zckzah', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ada@faß.example', 'ada@xn--fa-hia.example', 'ada@xn--fa-hia.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%s is %s and counts as %s', (text, canonical, countedAs) => {
    expect(parsed(text)).toMatchObject({ channel: 'email', canonical, countedAs });
  });

  test.each<[string, string]>([
    ['ada@example.com', '***@example.com'],
    ['a@example.com', '***@example.com'],
    ['adam@example.com', 'a***m@example.com'],
    ['ada.lovelace@example.com', 'a***e@example.com'],
  ])('%s is shown as %s', (text, masked) => expect(parsed(text).masked).toBe(masked));
});

describe('what is no plain address is refused:', () => {
  test.each<[string, string]>([
    ['no @', 'ada.example.com'],
    ['nothing before it', '@example.com'],
    ['nothing after it', 'ada@'],
    ['two of them', 'ada@b@example.com'],
    ['a display name', 'Ada <ada@example.com>'],
    ['a list', 'ada@example.com,bob@example.com'],
    ['another list', 'ada@example.com;bob@example.com'],
    ['quotes', '"ada"@example.com'],
    ['a comment', 'ada(me)@example.com'],
    ['an IP literal', 'ada@[192.0.2.1]'],
    ['an IPv6 literal', 'ada@[IPv6:2001:db8::1]'],
    ['a bare IP', 'ada@192.0.2.1'],
    ['an IP in disguise', 'ada@0x7f.1'],
    ['one label', 'ada@localhost'],
    ['an empty label', 'ada@example..com'],
    ['a trailing dot', 'ada@example.com.'],
    ['a label that begins with a hyphen', 'ada@-example.com'],
    ['an underscore in the domain', 'ada@ex_ample.com'],
    ['a numeric top level', 'ada@example.123'],
    ['a percent sign in the domain', 'ada@ex%61mple.com'],
    ['a port', 'ada@example.com:25'],
    ['a path', 'ada@example.com/x'],
    ['dots that follow each other', 'a..da@example.com'],
    ['a leading dot', '.ada@example.com'],
    ['a trailing dot in the local part', 'ada.@example.com'],
    ['letters beyond ASCII in the local part', 'jürgen@example.com'],
    ['a letter that becomes ASCII when lower-cased', '\u212Aelvin@example.com'],
    ['a space within', 'a da@example.com'],
    ['a line break', 'ada@example.com\r\nBcc: bob@example.com'],
    ['a line break at the end', 'ada@example.com\n'],
    ['a tab', '\tada@example.com'],
    ['NUL', 'ada\0@example.com'],
    ['a right-to-left override', 'ada@exam\u202Eple.com'],
    ['a zero-width space', 'ada@exam\u200Bple.com'],
    ['a soft hyphen', 'ada@exam\u00ADple.com'],
    ['a variation selector', 'ada@exam\uFE0Fple.com'],
    ['a Hangul filler', 'ada@exam\u3164ple.com'],
    ['a word that a mail system might decode to another address', '=?utf-8?q?eve=40evil.com=3e?=foo@corp.example'],
    ['a lone surrogate', 'ada@exam\uD800ple.com'],
  ])('%s', (_, text) => expect(parseEmailAddress(text)).toBe('format'));

  test.each<[string, string]>([
    ['a local part over 64', `${'a'.repeat(65)}@example.com`],
    [
      'an address over 254 once its domain is ASCII',
      `ada@${'ü'.repeat(20)}.${Array(9).fill('ü'.repeat(20)).join('.')}.example`,
    ],
  ])('%s is too long', (_, text) => expect(parseEmailAddress(text)).toBe('range'));
});

describe('any text', () => {
  const anyAddress = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.emailAddress({ size: 'medium' }),
    fc.tuple(fc.string({ maxLength: 70 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
  );

  test('either is refused or has a canonical form that is its own, safe to put in a header, and masked', () => {
    fc.assert(
      fc.property(anyAddress, (text) => {
        const target = parseEmailAddress(text);
        if (typeof target === 'string') return;
        expect(target.canonical).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/);
        expect(parsed(target.canonical)).toEqual(target);
        const [local = '', shown = ''] = [target.canonical, target.masked].map((form) =>
          form.slice(0, form.lastIndexOf('@')),
        );
        expect(shown).toBe(local.length < 4 ? '***' : `${local[0]}***${local.at(-1)}`);
      }),
      { numRuns: rounds(10_000) },
    );
  });
});
