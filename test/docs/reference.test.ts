import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stackSettings } from '../../infra/context.ts';
import { problems } from '../../lib/http/problems/kinds.ts';
import { metrics } from '../../lib/runtime/metrics.ts';
import { variable } from '../../lib/settings/variables.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const settingsIn = (title: string): readonly string[] =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    .toSorted();
const section = (title: string): string => readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

test('the README lists every setting, and no other', () => {
  expect(settingsIn('Settings')).toEqual(Object.values(variable).toSorted());
  expect(settingsIn('Deploying')).toEqual(stackSettings.toSorted());
});

test('the README lists every problem with its status, code and key', () => {
  const rows = [...section('Errors').matchAll(/^\| `([a-z-]+)` \| (\d+) \| (\d+) \| `([\w.]+)`/gm)];
  expect(rows.map(([, slug, status, code, key]) => [slug, Number(status), Number(code), key])).toEqual(
    Object.entries(problems).map(([slug, { status, code, i18nKey }]) => [slug, status, code, i18nKey]),
  );
});

test('the README lists every metric with what to do when it moves', () => {
  const rows = Object.entries(metrics).map(
    ([name, { by = '', whenItMoves }]) => `| \`${name}\` | ${by} | ${whenItMoves} |`,
  );
  expect(section('Operating').split('\n')).toEqual(expect.arrayContaining(rows));
});
