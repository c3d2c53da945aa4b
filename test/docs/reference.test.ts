import { globSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { stackSettings } from '../../infra/environments/stack-settings.ts';
import { readPorts } from '../../infra/local/ports.ts';
import { problems } from '../../lib/http/problems/kinds.ts';
import { metrics } from '../../lib/runtime/metrics.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';
import { variable } from '../../lib/settings/variables.ts';
import { namesIn, read, root, rowsOf, section } from './pages.ts';

const settingsIn = (title: string) => rowsOf(section('docs/reference/settings.md', title));
const namesOf = (rows: readonly (readonly string[])[]) => rows.flatMap(([names]) => namesIn(names)).toSorted();

describe('docs/reference/settings.md', () => {
  test('lists every variable of the functions, and no other', () => {
    expect(namesOf(settingsIn('Functions'))).toEqual(Object.values(variable).toSorted());
  });

  test('lists every setting of the stack, and no other', () => {
    expect(namesOf(settingsIn('Stack'))).toEqual(stackSettings.toSorted());
  });

  test('lists every port of the laptop stack, and nothing that it does not read', () => {
    const names = namesOf(settingsIn('Laptop stack'));
    const ports = names.filter((name) => name.endsWith('PORT'));
    expect(ports.length).toBe(Object.keys(readPorts({})).length);
    for (const name of ports) expect(() => readPorts({ [name]: 'none' })).toThrow(name);
    const source = globSync('infra/{local,tools}/**/*.ts', { cwd: root }).map(read).join();
    expect(names.filter((name) => !source.includes(name))).toEqual([]);
  });

  const required = {
    TABLE_NAME: 'table',
    LOGIN_CODE_SECRET: 'x'.repeat(32),
    SIGNING_KEY_ARN: 'arn:aws:kms:eu-west-1:123456789012:key/signing',
    PUBLIC_URL: 'https://login.example.com',
    AUDIENCE: 'https://api.example.com',
    EMAIL_FROM: 'login@example.com',
    SMS_COUNTRIES: 'US=10',
  };
  const defaults = settingsIn('Functions')
    .map(([names, value]) => [namesIn(names)[0] ?? '', namesIn(value)[0]] as const)
    .filter((row): row is readonly [string, string] => row[1] !== undefined);

  test.each(defaults)('says that %s is %s unless set, and so it is', (name, value) => {
    const given = Object.hasOwn(required, value) ? required[value as keyof typeof required] : value;
    expect(readVerifyConfig({ ...required, [name]: given })).toEqual(readVerifyConfig(required));
  });

  test('says of some what they are unless set', () => expect(defaults.length).toBeGreaterThan(10));
});

test('docs/reference/errors.md lists every problem with its status, code and key', () => {
  const rows = rowsOf(section('docs/reference/errors.md', 'Problems'));
  expect(
    rows.map(([slug, status, code, key]) => [namesIn(slug)[0], Number(status), Number(code), namesIn(key)[0]]),
  ).toEqual(Object.entries(problems).map(([slug, { status, code, i18nKey }]) => [slug, status, code, i18nKey]));
});

describe('docs/reference/metrics-and-logs.md', () => {
  const page = 'docs/reference/metrics-and-logs.md';

  test('lists every metric with what to do when it moves', () => {
    const rows = Object.entries(metrics).map(
      ([name, { by = '', whenItMoves }]) => `| \`${name}\` | ${by} | ${whenItMoves} |`,
    );
    expect(section(page, 'Metrics').split('\n')).toEqual(expect.arrayContaining(rows));
    expect(namesOf(rowsOf(section(page, 'Metrics')))).toEqual(Object.keys(metrics).toSorted());
  });

  const source = globSync('{lib,functions}/**/*.ts', { cwd: root }).map(read).join();
  const listed = rowsOf(section(page, 'Log lines')).flatMap(([lines]) => namesIn(lines));
  const service = '$' + '{service}'; // as the source has it
  const beginnings = listed.map((line) =>
    line.replace(/^(SES|SNS|End User Messaging)/, () => service).replace(/ …$/, ''),
  );

  test('lists only warnings and errors that the functions log', () => {
    expect(beginnings.filter((line) => !source.includes(line))).toEqual([]);
  });

  test('lists all of them', () => {
    const logged = [
      ...[...source.matchAll(/\.(?:warn|error)\(\s*'([^']+)'/g)].map(([, line = '']) => line),
      ...[...source.matchAll(/`(\$\{service\} [^`]+)`/g)].map(([, line = '']) => line),
    ];
    expect(logged.length).toBeGreaterThan(5);
    expect(logged.filter((line) => !beginnings.some((beginning) => line.startsWith(beginning)))).toEqual([]);
  });
});
