import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { faultOf, namesOfTests, testsNamedIn } from './named-tests.ts';
import { namesIn, read, root, section } from './pages.ts';

const page = 'docs/security-case.md';
const named = testsNamedIn(read(page));
const pathOnly = /^test\/.+\.test\.ts$/;

/** The cells of a table below its head, by row. */
const rowsBelow = (title: string): readonly (readonly string[])[] =>
  section(page, title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('every test that the security case names', () => {
  test('is there, under this name, in a file that the suite runs', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.map((one) => [one, faultOf(one)]).filter(([, fault]) => fault)).toEqual([]);
  });

  test('is named with its name, never by its file alone', () => {
    expect(namesIn(read(page)).filter((name) => pathOnly.test(name))).toEqual([]);
  });

  test('always runs, unless the page says what it needs', () => {
    const conditional = named.filter(({ file }) => /\b(describe|test)\.(skip|todo)\b/.test(read(file)));
    for (const { name } of conditional) expect(read(page)).toContain(`› ${name}\` (in Chromium)`);
  });

  test('would be missed if it were renamed, moved, or written in a comment only', () => {
    const [{ file, name } = { file: '', name: '' }] = named;
    expect(faultOf({ file, name })).toBeUndefined();
    expect(faultOf({ file, name: `${name}s` })).toBeDefined();
    expect(faultOf({ file: file.replace('.test.ts', '.ts'), name })).toBeDefined();
    expect(faultOf({ file: 'test/nowhere.test.ts', name })).toBeDefined();
    const source = `// test('said', () => {});\n/** test('told', x) */\ntest('run', x);\ntest.each([1])('%i each', x);`;
    expect([...namesOfTests(source)]).toEqual(['run', '%i each']);
  });
});

test('the names of all tests are read as they are written', () => {
  const files = globSync('test/**/*.test.ts', { cwd: root });
  const without = files.filter((file) => namesOfTests(readFileSync(join(root, file), 'utf8')).size === 0);
  expect([files.length > 100, without]).toEqual([true, []]);
});

const kinds = ['Spoofing', 'Tampering', 'Repudiation', 'Disclosure', 'Denial of service', 'Elevation of privilege'];

test.each(kinds)('each threat of %s has its control, and a test that shows it, or says that there is none', (kind) => {
  const rows = rowsBelow(kind);
  expect(rows.length).toBeGreaterThan(2);
  for (const [threat, control = '', shown = '', remains = ''] of rows) {
    const isShown = testsNamedIn(shown).length > 0 || shown.startsWith('none: ');
    expect([threat, control !== '', isShown, remains !== '']).toEqual([threat, true, true, true]);
  }
});

test.each(['NIST SP 800-63B-4', 'OWASP ASVS 5.0'])(
  'each item of %s has a verdict, and evidence if it is met',
  (title) => {
    const rows = rowsBelow(title);
    expect(rows.length).toBeGreaterThan(10);
    for (const [item, verdict = '', evidence = '', deviation = ''] of rows) {
      expect(['met', 'deployer', 'not met', 'not applicable']).toContain(verdict);
      const isExplained = verdict === 'not met' ? deviation !== '' : evidence !== '' || deviation !== '';
      const isHeld = verdict !== 'met' || evidence !== '';
      expect([item, isExplained, isHeld]).toEqual([item, true, true]);
    }
  },
);
