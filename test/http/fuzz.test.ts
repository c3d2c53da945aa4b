import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rounds } from '../support/rounds.ts';
import { type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
let service: Service;
beforeAll(async () => {
  services = await startServices();
  service = await startService(services, { CALLER_LIMITS: '200/1s', TARGET_LIMITS: '1/60s', SMS_COUNTRIES: 'US=100' });
});
afterAll(() => services.close());

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const almostEmail = fc.tuple(anyText, fc.domain()).map(([local, domain]) => `${local}@${domain}`);
const almostPhone = fc.string({ unit: fc.constantFrom(...'+0123456789 -().x\n'), maxLength: 20 });
const value = fc.oneof(
  { weight: 3, arbitrary: almostEmail },
  { weight: 3, arbitrary: almostPhone },
  { weight: 1, arbitrary: fc.emailAddress() },
  { weight: 1, arbitrary: fc.constant('ada@mailbox.example') },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const field = fc.constantFrom(
  'email',
  'phone',
  'email',
  'phone',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'Email',
);

const body = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(field, value, { maxKeys: 3 }).map((fields) => JSON.stringify(fields)) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: anyText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'null',
      '[]',
      '{"email":',
      `"${'x'.repeat(9_000)}"`,
      '\uFEFF{}',
      '{"email":"a@b.co"}}',
    ),
  },
);

const headerName = fc.constantFrom(
  'Content-Type', 'content-type', 'Accept-Language', 'traceparent', 'X-Amzn-Trace-Id', 'X-Forwarded-For', 'Origin',
  'x-origin-secret', 'Accept', '__proto__', 'constructor',
); // biome-ignore format: a list
const headerValue = fc.oneof(
  anyText,
  fc.constantFrom(
    'application/json',
    'application/json;charset=utf-8',
    'text/json',
    '*',
    'zh-CN;q=0',
    'en-u-ca-x',
    'a'.repeat(5_000),
  ),
  fc
    .array(fc.constantFrom('en', 'zh', '*', 'q=0.5', ';', ',', 'x-', '-'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);
const headers = fc.option(fc.dictionary(headerName, headerValue, { maxKeys: 4 }));
const method = fc.oneof(
  { weight: 19, arbitrary: fc.constant('POST') },
  { weight: 1, arbitrary: fc.constantFrom('GET', 'OPTIONS', 'X') },
);

const numRuns = rounds(5_000);

// One for each status: few runs alone may not meet them all.
const json = { 'content-type': 'application/json' };
const asked = JSON.stringify({ email: 'sophie@mailbox.example' });
const oneOfEach: [string, Record<string, string>, 'POST' | 'GET', string, boolean][] = [
  [asked, json, 'POST', '192.0.2.1', false],
  [asked, json, 'POST', '192.0.2.2', true],
  ['null', json, 'POST', '192.0.2.1', false],
  [asked, json, 'GET', '192.0.2.1', false],
  [`"${'x'.repeat(9_000)}"`, json, 'POST', '192.0.2.1', false],
  [asked, { 'content-type': 'text/json' }, 'POST', '192.0.2.1', false],
];

test(`no body, header or method of ${numRuns} gives a 5xx or an answer out of contract`, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(body, headers, method, fc.ipV4(), fc.boolean(), async (text, extra, verb, ip, base64) => {
      const { status } = await service.send(text, { headers: extra, method: verb, ip, base64 });
      expect(status).toBeLessThan(500);
      seen.add(status);
    }),
    { numRuns, examples: oneOfEach },
  );
  expect([...seen].sort()).toEqual([200, 400, 405, 413, 415, 429]);
});

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 11 });
const answerTo = fc.record(
  {
    email: fc.oneof(fc.constant('ada@mailbox.example'), value),
    phone: value,
    code: fc.oneof(digits, digits, value),
    challenge_id: fc.oneof(
      fc.constant('szUFwSPM-05PlXslJv5vcQ'),
      fc.base64String({ minLength: 20, maxLength: 24 }),
      value,
    ),
  },
  { requiredKeys: [] },
);

test('no answer to a challenge of 5,000 gives a 5xx, a token or an answer out of contract', async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(answerTo, fc.ipV4(), async (answer, ip) => {
      const { status } = await service.verify(answer, { ip });
      seen.add(status);
    }),
    { numRuns: rounds(5_000) },
  );
  expect([...seen]).toEqual([400]);
});
