import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { breaking, type Contract } from '../../../infra/tools/contract/breaking.ts';
import { documentNow, heldAt } from '../../../infra/tools/contract/held.ts';
import type { Schema } from '../../../infra/tools/contract/schema.ts';

const held: Contract = JSON.parse(readFileSync(heldAt, 'utf8'));
const send = '/auth/send-login-code';

describe('the API of now', () => {
  test('breaks no client that was written for the copy in docs/reference/openapi.json', () => {
    expect(breaking({ held, now: documentNow() })).toEqual([]);
  });
  test('is that copy: after a change that only adds, `npm run contract` writes it anew', () => {
    expect(documentNow()).toEqual(held);
  });
});

/** The document after a change to a copy of it. */
type Writable<Of> = { -readonly [Key in keyof Of]: Writable<Of[Key]> };
function changed(change: (now: Writable<Contract>) => void): readonly string[] {
  const now: Writable<Contract> = JSON.parse(JSON.stringify(held));
  change(now);
  return breaking({ held, now });
}
const properties = (now: Writable<Contract>, name: string): Record<string, Writable<Schema>> =>
  now.components.schemas[name]?.properties as Record<string, Writable<Schema>>;
const schema = (now: Writable<Contract>, name: string) => now.components.schemas[name] as Writable<Schema>;
const operation = (now: Writable<Contract>) => now.paths[send]?.post as Writable<Contract['paths'][string][string]>;
const problem = '/auth/send-login-code post 429 application/problem+json';
const byEmail = '/auth/send-login-code post application/json.email';

describe('a change that breaks a client is named with its place:', () => {
  const changes: Record<string, [change: (now: Writable<Contract>) => void, reason: string]> = {
    'a path is gone': [(now) => delete now.paths[send], `${send}: is gone`],
    'a method is gone': [(now) => delete now.paths[send]?.post, `${send} post: is gone`],
    'a generated name is another': [
      (now) => (operation(now).operationId = 'send'),
      `${send} post: its operationId was sendLoginCode`,
    ],
    'a status is gone': [(now) => delete operation(now).responses['429'], `${send} post 429: is gone`],
    'a success of another kind': [
      (now) => (operation(now).responses['202'] = { content: {} }),
      `${send} post 202: is another success`,
    ],
    'a header is gone': [
      (now) => delete operation(now).responses['429']?.headers?.['Retry-After'],
      `${send} post 429 Retry-After: is gone`,
    ],
    'a schema is gone': [
      (now) => {
        now.components.schemas.Other = schema(now, 'FieldViolation');
        delete now.components.schemas.FieldViolation;
        const errors = properties(now, 'InvalidRequestProblem').errors as Writable<Schema>;
        errors.items = { $ref: '#/components/schemas/Other' };
      },
      'schema FieldViolation: is gone',
    ],
    'a field of an answer is gone': [
      (now) => delete properties(now, 'TargetThrottledProblem').retry_after,
      `${problem}.retry_after: is gone`,
    ],
    'a field of an answer is no longer promised': [
      (now) => schema(now, 'TargetThrottledProblem').required?.splice(0),
      `${problem}: required was ["type","title","status","detail","instance","code","i18n_key","request_id","service","retry_after","i18n_args"], is []`,
    ],
    'an error code is another': [
      (now) => (properties(now, 'TargetThrottledProblem').code = { type: 'integer', const: 1 }),
      `${problem}.code: enum was [30101101], is [1]`,
    ],
    'a field is of another type': [
      (now) => (properties(now, 'TargetThrottledProblem').retry_after = { type: 'string' }),
      `${problem}.retry_after: type was "integer", is "string"`,
    ],
    'a wait may be 0': [
      (now) => (properties(now, 'TargetThrottledProblem').retry_after = { type: 'integer', minimum: 0 }),
      `${problem}.retry_after: minimum was 1, is 0`,
    ],
    'a format is gone': [
      (now) => delete properties(now, 'TargetThrottledProblem').timestamp?.format,
      `${problem}.timestamp: format was "date-time", is not limited`,
    ],
    'a problem that no client knows': [
      (now) => {
        const content = operation(now).responses['429']?.content['application/problem+json'];
        content?.schema.oneOf?.push({ $ref: '#/components/schemas/NotFoundProblem' });
      },
      `${problem}: NotFoundProblem is new`,
    ],
    'a field that was optional is wanted': [
      (now) => schema(now, 'SendLoginCodeByEmail').required?.push('device_token'),
      `${send} post application/json: required was ["email"], is ["email","device_token"]`,
    ],
    'a header is wanted': [
      (now) => operation(now).parameters?.push({ name: 'X-Key', in: 'header', required: true, schema: {} }),
      `${send} post header X-Key: is required`,
    ],
    'a shorter address alone is taken': [
      (now) => (properties(now, 'SendLoginCodeByEmail').email = { type: 'string', maxLength: 10 }),
      `${byEmail}: maxLength was 254, is 10`,
    ],
    'a way to ask is gone': [
      (now) => schema(now, 'SendLoginCodeRequest').oneOf?.pop(),
      `${send} post application/json: SendLoginCodeByPhone is no longer taken`,
    ],
  };
  test.each(Object.entries(changes))('%s', (_, [change, reason]) => {
    expect(changed(change)).toContain(reason);
  });
});

describe('a change that only adds is none:', () => {
  const changes: Record<string, (now: Writable<Contract>) => void> = {
    'a path': (now) => (now.paths['/more'] = now.paths[send] as Writable<Contract['paths'][string]>),
    'a field of an answer': (now) => (properties(now, 'SendLoginCodeSuccess').more = { type: 'string' }),
    'a field that may be sent': (now) => (properties(now, 'SendLoginCodeByEmail').more = { type: 'string' }),
    'a header that may be sent': (now) => operation(now).parameters?.push({ name: 'X', in: 'header', schema: {} }),
    'a longer address is taken': (now) =>
      (properties(now, 'SendLoginCodeByEmail').email = { type: 'string', minLength: 1, maxLength: 320 }),
    'a longer wait is promised': (now) =>
      (properties(now, 'TargetThrottledProblem').retry_after = { type: 'integer', minimum: 5 }),
    'a problem is no longer given': (now) => {
      const content = operation(now).responses['429']?.content['application/problem+json'];
      content?.schema.oneOf?.pop();
    },
  };
  test.each(Object.entries(changes))('%s', (_, change) => {
    expect(changed(change)).toEqual([]);
  });
});

test('a word of JSON Schema that the comparison does not know is a failure, not a change that passes', () => {
  expect(() => changed((now) => Object.assign(schema(now, 'FieldViolation'), { not: {} }))).toThrow(
    'The comparison of contracts does not know not: teach it',
  );
});

describe('npm run contract, where the copy promises a path that the API has not,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  const copy = join(folder, heldAt);
  const promised = JSON.stringify({ ...held, paths: { ...held.paths, '/more': held.paths[send] } });
  const run = (...args: readonly string[]) => {
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, promised);
    return spawnSync(process.execPath, [resolve('infra/tools/contract/run.ts'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  };

  test('names it, and leaves the copy as it is', () => {
    const { status, stderr } = run();
    expect([status, stderr.split('\n')[0], readFileSync(copy, 'utf8')]).toEqual([1, '/more: is gone', promised]);
  });
  test('writes the copy when told to break clients', () => {
    expect([run('--break').status, JSON.parse(readFileSync(copy, 'utf8'))]).toEqual([0, documentNow()]);
  });
});
