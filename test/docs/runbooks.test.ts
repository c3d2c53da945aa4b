import { basename, dirname } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { alarmNames } from '../../infra/stack/monitoring/alarm-names.ts';
import { pages, read } from './pages.ts';

const files = pages.filter((page) => dirname(page) === 'docs/runbooks');
const names = files.map((file) => basename(file, '.md')).filter((name) => name !== 'README');
const incidents = ['keys-leaked', 'pumping', 'region-down', 'ses-suspended'];
const byHand = [
  'ci',
  'deploy',
  'moving',
  'person',
  'release',
  'retention',
  'rollback',
  'rotation',
  'sandbox',
  'tearing-down',
];

test('there is a page for each alarm and each thing done by hand, and the index leads to all', () => {
  expect(names.toSorted()).toEqual([...alarmNames, ...byHand, ...incidents].toSorted());
  const index = read('docs/runbooks/README.md');
  for (const name of names) expect(index).toContain(`(${name}.md)`);
});

test.each(incidents)('%s: where to look, what to do, and what then', (name) => {
  const page = read(`docs/runbooks/${name}.md`);
  const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(titles.slice(-3)).toEqual(['Look at', 'Do', 'Afterwards']);
  expect(page).toMatch(/^ {4,}(aws|ask) /m);
});

test.each(alarmNames)('%s: what it means, where to look, what to do, and what then', (name) => {
  const page = read(`docs/runbooks/${name}.md`);
  expect(page.startsWith(`# ${name}\n`)).toBe(true);
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
    'What it means',
    'Look at',
    'Do',
    'Afterwards',
  ]);
  expect(page).toMatch(/^ {4,}(aws|ask) /m);
});

describe('a query of the logs', () => {
  const queries = files.flatMap((file) =>
    [...read(file).matchAll(/ask "[^']+ '([^']+)'/g)].map(([, query = '']) => query),
  );
  const written = [
    'lib/runtime/log.ts',
    'lib/runtime/runtime.ts',
    'lib/http/chain/answer.ts',
    'lib/aws/delivery.ts',
    'functions/email-events/compose.ts',
    'lib/heartbeat/sign-in.ts',
    'infra/stack/gateway/api.ts',
  ]
    .map(read)
    .join();
  const syntax = /\b(fields|filter|stats|sort|limit|by|like|in|desc|count|pct)\b/g;

  test.each(queries)('asks for what is logged: %s', (query) => {
    const words =
      query
        .replace(/"[^"]*"|\/[^/]*\/|@\w+/g, '')
        .replace(syntax, '')
        .match(/[a-z]\w+/g) ?? [];
    expect(words.filter((word) => !new RegExp(`\\b${word}[:,]`).test(written))).toEqual([]);
  });

  test('is found at all', () => {
    expect(queries.length).toBeGreaterThan(10);
  });
});
