import { describe, expect, test } from '@jest/globals';
import { allTable, isIn, shippable, shippedPackages, shippedTable, usable } from '../tools/licences.ts';
import { faultIn, type Locked, locked, nameIn } from '../tools/lock-file.ts';
import { namesIn, read } from './pages.ts';

const shipped = await shippedPackages();
const page = read('docs/supply-chain.md');
const settings = JSON.parse(read('package.json'));

describe('licences', () => {
  test('are listed in docs/supply-chain.md as npm run licences finds them', () => {
    expect(page).toContain(`\n${shippedTable(shipped)}\n`);
    expect(page).toContain(`\n${allTable()}\n`);
  });

  test('of everything that is shipped are in the short list, which the page names', () => {
    expect(shipped.length).toBeGreaterThan(10);
    expect(shipped.filter(([, { license }]) => !isIn(shippable, license))).toEqual([]);
    const [named = ''] = /What is shipped may have.+?`\./s.exec(page) ?? [];
    expect(namesIn(named)).toEqual(shippable);
  });

  test('of everything else are in the longer one', () => {
    expect(locked.size).toBeGreaterThan(100);
    expect([...locked].filter(([, { license }]) => !isIn(usable, license))).toEqual([]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['GPL-2.0-only OR Apache-2.0', true],
    ['GPL-3.0-or-later', false],
    ['(GPL-2.0-only OR GPL-3.0-only)', false],
    ['MIT AND GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    [undefined, false],
  ])('%s is taken: %j', (licence, expected) => {
    expect(isIn(shippable, licence)).toBe(expected);
  });
});

describe('the lock file', () => {
  test('takes every package from the registry, held to the SHA-512 of its content', () => {
    const faults = [...locked.keys()].map((folder) => [folder, faultIn(locked, folder)]).filter(([, fault]) => fault);
    expect(faults).toEqual([]);
  });

  const held = { version: '1.0.0', integrity: 'sha512-AAAA' };
  test.each<[string, Locked]>([
    ['another registry', { ...held, resolved: 'https://registry.example.com/a/-/a-1.0.0.tgz' }],
    ['plain HTTP', { ...held, resolved: 'http://registry.npmjs.org/a/-/a-1.0.0.tgz' }],
    ['a git repository', { ...held, resolved: 'git+ssh://git@github.com/a/a.git#0123456' }],
    ['a folder', { version: '1.0.0', resolved: 'a', link: true }],
    ['nothing that is known of it', { version: '1.0.0' }],
    ['a SHA-1', { version: '1.0.0', integrity: 'sha1-AAAA' }],
    ['no other package, though it should come inside one', { version: '1.0.0', inBundle: true }],
  ])('would not take one by %s', (_, entry) => {
    expect(faultIn(new Map([['node_modules/a', entry]]), 'node_modules/a')).toBeDefined();
  });

  test('takes what comes inside a package as that package is held', () => {
    const inside: Locked = { version: '1.0.0', inBundle: true };
    const both = (outer: Locked) =>
      faultIn(
        new Map([
          ['node_modules/a', outer],
          ['node_modules/a/node_modules/b', inside],
        ]),
        'node_modules/a/node_modules/b',
      );
    expect(both(held)).toBeUndefined();
    expect(both({ version: '1.0.0' })).toBeDefined();
  });

  test('is asked for exact versions only', () => {
    const versions = Object.entries({ ...settings.devDependencies, ...settings.overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });
});

test('of the packages that want to run something when they are installed, Node alone may', () => {
  const wanting = [...locked].filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => nameIn(folder));
  expect(Object.keys(settings.allowScripts).toSorted()).toEqual(wanting.toSorted());
  expect(Object.keys(settings.allowScripts).filter((name) => settings.allowScripts[name])).toEqual(['node']);
});

test('what is shipped depends on nothing that npm would fetch for it', () => {
  expect(settings.dependencies).toBeUndefined();
  expect(settings.optionalDependencies).toBeUndefined();
});
