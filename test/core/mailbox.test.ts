import { describe, expect, test } from '@jest/globals';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import type { EmailTarget } from '../../lib/core/target.ts';
import { secret } from '../support/recorded.ts';

const parsed = (address: string): EmailTarget => parseEmailAddress(secret(address)) as EmailTarget;
const counted = (addresses: readonly string[]): Set<string> =>
  new Set(addresses.map((address) => parsed(address).countedAs));

describe('spellings that reach one mailbox count together', () => {
  test.each<[string, string[]]>([
    ['at any provider, tags', ['ada@corp.example', 'ada+x@corp.example', 'Ada+x+y@CORP.example']],
    ['Gmail', ['ada@gmail.com', 'a.d.a@googlemail.com', 'a.da+x@gmail.com']],
    ['Proton', ['ada.byron@proton.me', 'adabyron@pm.me', 'ada-byron@protonmail.com', 'a_dabyron+x@protonmail.ch']],
    ['iCloud', ['ada@icloud.com', 'ada+x@me.com', 'ada@mac.com']],
    ['Yandex', ['ada.byron@yandex.ru', 'ada-byron@ya.ru', 'ada.byron+x@yandex.com']],
    ['Fastmail', ['ada@fastmail.com', 'shop@ada.fastmail.com', 'ada+shop@fastmail.com']],
    ['Yahoo', ['ada@yahoo.com', 'ada-shop@yahoo.com', 'ada+x@yahoo.com']],
  ])('%s', (_, addresses) => {
    expect(counted(addresses).size).toBe(1);
    expect(new Set(addresses.map((address) => parsed(address).canonical)).size).toBe(addresses.length);
  });

  test('a hundred spellings of one Proton mailbox are one target', () => {
    const marks = ['', '.', '-', '_'];
    const spellings = marks.flatMap((one) =>
      marks.flatMap((two) => ['', '+a', '+b', '+c', '+d', '+e', '+f'].map((tag) => `a${one}d${two}abyron${tag}@pm.me`)),
    );
    expect(spellings.length).toBeGreaterThanOrEqual(100);
    expect(counted(spellings).size).toBe(1);
  });
});

describe('others do not', () => {
  test.each<[string, string[]]>([
    ['dots and hyphens elsewhere', ['ada.byron@corp.example', 'adabyron@corp.example', 'ada-byron@corp.example']],
    ['the domains of one provider that are not one', ['ada@fastmail.com', 'ada@fastmail.fm']],
    ['Yahoo by country', ['ada@yahoo.com', 'ada@yahoo.de']],
    ['subdomains elsewhere', ['ada@corp.example', 'shop@ada.corp.example']],
    ['a name that is a mark', ['+@corp.example', '-@yahoo.com']],
  ])('%s', (_, addresses) => expect(counted(addresses).size).toBe(addresses.length));

  test('no spelling is left without a name', () => {
    expect(parsed('-_-@proton.me').countedAs).toBe('-_-@proton.me');
    expect(parsed('+x@gmail.com').countedAs).toBe('+x@gmail.com');
  });
});
