import { describe, expect, test } from '@jest/globals';
import { readSendConfig, type SendConfig } from '../../lib/settings/config.ts';
import { contrast } from '../support/colours.ts';
import { secret } from '../support/recorded.ts';

const needed = {
  TABLE_NAME: 'codes',
  LOGIN_CODE_SECRET: secret('never shown, of 32 characters ..'),
  PUBLIC_URL: 'https://login.example.com/v1/',
  EMAIL_FROM: 'login@example.com',
};
const configOf = (env: Record<string, string>): SendConfig => readSendConfig({ ...needed, ...env });

describe('a colour', () => {
  const greys = Array.from({ length: 256 }, (_, level) => `#${level.toString(16).padStart(2, '0').repeat(3)}`);
  const isReadable = (color: string) => contrast({ text: '', color, background: '#f3f4f6' }) >= 4.5;
  const isTaken = (color: string): boolean => {
    try {
      return configOf({ BRAND_COLOR: color }).look.color === color;
    } catch {
      return false;
    }
  };

  test.each([greys, ['#ff0000', '#cc0000', '#007700', '#00aa00', '#0000ff', '#6366f1', '#4f46e5']])(
    'is taken exactly if it is readable behind the code',
    (...colors) => expect(colors.filter(isTaken)).toEqual(colors.filter(isReadable)),
  );

  test('that is too light is refused with what to do', () => {
    expect(() => configOf({ BRAND_COLOR: '#ff9900' })).toThrow(
      'BRAND_COLOR must be darker, for a contrast to #f3f4f6, behind the code, of 4.5:1',
    );
  });
});

describe('a brand', () => {
  test.each(['1234', '123 456', '4-7-1-1', '٤٧١١', '№ 2024'])(
    'that people would take for a code is refused: %s',
    (brand) => expect(() => configOf({ BRAND_NAME: brand })).toThrow('BRAND_NAME must be a name with a letter'),
  );

  test.each([
    'acme.com',
    'www.acme.example',
    'Acme (acme.com)',
    'Go to acme.com.',
    'https://acme.com/',
    'ada@acme.com',
    'bücher.example',
    'пример.рф',
  ])('of which mail programs make a link is refused: %s', (brand) =>
    expect(() => configOf({ BRAND_NAME: brand })).toThrow('BRAND_NAME must be a name without a domain'),
  );

  test.each([
    'Acme',
    '4711 Cologne',
    '3M',
    '365',
    'Dr. Oetker',
    'Acme, Inc.',
    'E.ON',
    'Yahoo!',
    'A/B',
    '小红书',
    'Ça va?',
  ])('that is a name is taken: %s', (brand) => expect(configOf({ BRAND_NAME: brand }).look.brand).toBe(brand));
});

describe('the sender', () => {
  const from = (env: Record<string, string>) => configOf(env).email?.from;

  test('is named after the brand if only the brand has a name', () => {
    expect(from({})).toBe('login@example.com');
    expect(from({ BRAND_NAME: 'Acme, Inc.' })).toBe('"Acme, Inc." <login@example.com>');
    expect(from({ BRAND_NAME: 'Acme', EMAIL_FROM: 'Acme Login <login@example.com>' })).toBe(
      'Acme Login <login@example.com>',
    );
  });

  test.each(['Bücher', 'Say "Acme"', 'A\\B', '😀'.repeat(20), '码'.repeat(40), `${'x'.repeat(10)}😀é`])(
    'is named in ASCII, by encoded words of 75 characters or fewer: %s',
    (brand) => {
      const [, name = ''] = /^(.+) <login@example\.com>$/.exec(from({ BRAND_NAME: brand }) ?? '') ?? [];
      const words = name.split(' ');
      for (const word of words) expect(word).toMatch(/^=\?UTF-8\?B\?[\w+/]+=*\?=$/);
      for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
      // Each word must be whole characters (RFC 2047, 5). Spaces between two encoded words are not part of the name.
      const decoder = new TextDecoder('utf-8', { fatal: true });
      expect(words.map((word) => decoder.decode(Buffer.from(word.slice(10, -2), 'base64'))).join('')).toBe(brand);
    },
  );

  test('has no name where the brand is refused, so that only the brand is complained about', () => {
    expect(() => configOf({ BRAND_NAME: '1234' })).toThrow(/^Settings to mend:\n {2}BRAND_NAME [^\n]+$/);
  });
});
