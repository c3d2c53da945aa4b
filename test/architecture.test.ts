import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** Which room may import from which, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: ['lib/runtime'],
  'lib/client': [],
  'lib/core': [],
  'lib/locales': ['lib/generated', 'lib/core', 'lib'],
  'lib/element': ['lib/client', 'lib/locales', 'lib/generated'],
  'lib/messages': ['lib/generated', 'lib/locales', 'lib/core', 'lib'],
  'lib/flows': ['lib/locales', 'lib/core'],
  'lib/runtime': ['lib/core'],
  'lib/aws': ['lib/flows', 'lib/runtime', 'lib/core', 'lib'],
  'lib/http': ['lib/flows', 'lib/runtime', 'lib/generated', 'lib/locales', 'lib/core', 'lib'],
  'lib/heartbeat': ['lib/http', 'lib/runtime', 'lib/core'],
  'lib/settings': ['lib/aws', 'lib/http', 'lib/messages', 'lib/locales', 'lib/generated', 'lib/core'],
  functions: [
    ...['lib/settings', 'lib/flows', 'lib/aws', 'lib/http', 'lib/messages', 'lib/locales'],
    ...['lib/heartbeat', 'lib/runtime', 'lib/core', 'lib/generated', 'lib'],
  ],
  infra: ['infra/environments', 'infra/stack', 'infra/words', 'lib/settings'],
  'infra/environments': ['infra/stack', 'lib/settings', 'lib/locales'],
  'infra/cost': ['lib/http'],
  'infra/words': ['lib/settings', 'lib/messages', 'lib/locales', 'lib/generated', 'lib/core'],
  'infra/stack': ['infra/cost', 'infra/words', 'lib/settings', 'lib/http', 'lib/runtime', 'lib/locales', 'lib/core'],
  'infra/build': ['lib/http', 'lib/locales', 'lib'],
  'infra/package': ['infra/build', 'infra/stack', 'lib/runtime', 'lib/locales', 'lib/core'],
  'infra/local': [
    ...[
      'functions',
      'infra/stack',
      'infra/words',
      'lib/settings',
      'lib/http',
      'lib/locales',
      'lib/runtime',
      'lib/core',
    ],
  ],
  'infra/tools': [
    ...['infra', 'infra/environments', 'infra/words'],
    ...['infra/local', 'infra/stack', 'lib/settings', 'lib/aws', 'lib/http', 'lib/messages', 'lib/locales'],
    ...['lib/generated', 'lib/core', 'lib'],
  ],
};

const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'functions' || !`${top}/${second}`.match(/^(lib|infra)\/\w+$/) ? top : `${top}/${second}`;
};

const files = globSync('{functions,infra,lib}/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.d.ts'));

/** Every file and the files of ours it imports, types included. */
const imports = new Map(
  files.map((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const paths = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => path);
    return [file, paths.map((path) => relative(root, join(root, dirname(file), path)))] as const;
  }),
);

describe('imports', () => {
  test('are seen at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.get('functions/send-login-code/handler.ts')).toContain('lib/settings/config.ts');
  });

  test('go one way between rooms', () => {
    const wrong = [...imports].flatMap(([file, paths]) =>
      paths
        .filter((path) => roomOf(path) !== roomOf(file) && !allowed[roomOf(file)]?.includes(roomOf(path)))
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('make no cycle', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const path of imports.get(file) ?? []) visit(path, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });
});

test('the core knows no clock, no randomness, no network and no SDK', () => {
  const known = new Set(['node:crypto', 'node:url', 'node:net']);
  const forbidden =
    /\bDate\.now\(|new Date\(\)|Math\.random|random(Bytes|UUID|Int)|performance\.|process\.|fetch\(|setTimeout|@aws/;
  for (const file of files.filter((file) => file.startsWith('lib/core/'))) {
    const source = readFileSync(join(root, file), 'utf8');
    expect([file, forbidden.exec(source)?.[0]]).toEqual([file, undefined]);
    for (const [, module = ''] of source.matchAll(/from '(node:[^']+)'/g)) expect(known).toContain(module);
  }
});

describe('a reader can hold in mind', () => {
  /** Words and style sheets are lists: longer ones are no harder to read. */
  const read = globSync('{functions,infra,lib}/**/*.{ts,js,html,mjml}', { cwd: root }).filter(
    (file) => !/^lib\/(generated|locales)\//.test(file),
  );
  const lines = new Map(
    read.map((file) => [file, readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length]),
  );
  const inFolder = (folder: string, name: RegExp): readonly string[] =>
    readdirSync(join(root, folder)).filter((file) => name.test(file));

  test('each file: none has more than 150 lines, and half of them at most 60', () => {
    const long = [...lines].filter(([, count]) => count > 150).map(([file]) => file);
    expect(long).toEqual([]);
    const counts = [...lines.values()].toSorted((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(60);
  });

  test('what lies in no room: at most three files of lib, and six tests', () => {
    expect(inFolder('lib', /\.ts$/).length).toBeLessThanOrEqual(3);
    expect(inFolder('test', /\.test\.ts$/).length).toBeLessThanOrEqual(6);
  });
});
