import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import {
  validateProblem,
  validateSendRequest,
  validateSendResponse,
  validateVerifyRequest,
  validateVerifyResponse,
} from '../../../lib/generated/validators.js';
import { present } from '../../../lib/http/chain/request-body.ts';
import { openApi } from '../../../lib/http/openapi/document.ts';
import { schemaName } from '../../../lib/http/openapi/problem-schemas.ts';
import { problems } from '../../../lib/http/problems/kinds.ts';
import { readApiConfig } from '../../../lib/settings/config.ts';
import { answerFaults, described, requestFaults } from '../../support/described.ts';
import { gatewayEvent, lambdaContext } from '../../support/event.ts';
import { baseSettings } from '../../support/service.ts';
import { startFunction } from '../../support/start-function.ts';

const config = readApiConfig(baseSettings);
const api = openApi(config);
const paths = ['/auth/send-login-code', '/auth/verify-login-code'] as const;
const [send, verify] = paths.map((path) => described.paths[path]?.post);
const run = promisify(execFile);

test('GET /openapi.json answers with it', async () => {
  const handler = await startFunction('openapi', baseSettings);
  const { statusCode, headers, body } = await handler(
    gatewayEvent({ method: 'GET', path: '/openapi.json' }),
    lambdaContext(),
  );
  expect([statusCode, headers?.['Content-Type']]).toEqual([200, 'application/json']);
  expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(api)));
});

test('npm run openapi writes it, and redocly finds nothing to say', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'openapi-')), 'openapi.json');
  const PUBLIC_URL = 'https://login.acme.dev/v1'; // redocly warns of example.com
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await run(process.execPath, ['infra/tools/openapi.ts', path], { env: { ...process.env, PUBLIC_URL } });
  const written = JSON.parse(readFileSync(path, 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(openApi({ ...config, publicUrl: PUBLIC_URL }))));

  // The rule does not see that `email` and `phone` exclude each other. The tests of requests below do.
  const lint = [
    'node_modules/@redocly/cli/bin/cli.js',
    'lint',
    '--skip-rule=no-illogical-composition-keywords',
    '--format=json',
    path,
  ];
  const { stdout } = await run(process.execPath, lint, { env: { ...process.env, ...quiet } });
  expect(JSON.parse(stdout).problems).toEqual([]);
});

const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);
const problemsOf = operations.flatMap(({ path, method, responses }) =>
  Object.entries(responses).flatMap(([status, { content }]) =>
    Object.entries(content['application/problem+json']?.examples ?? {}).map(([name, { value }]) => ({
      ...{ path, method, status: Number(status), name, value },
    })),
  ),
);

describe('its examples', () => {
  test.each(paths)('of requests to %s are as described, and of its success in contract', (path) => {
    const { requestBody, responses } = described.paths[path]?.post ?? {};
    const examples = Object.values(requestBody?.content['application/json']?.examples ?? {});
    const inContract = path === paths[0] ? validateSendRequest : validateVerifyRequest;
    expect(examples.length).toBeGreaterThan(0);
    for (const { value } of examples) expect([requestFaults(path, value), inContract(value)]).toEqual([[], true]);
    const example = responses?.['200']?.content['application/json']?.example;
    expect((path === paths[0] ? validateSendResponse : validateVerifyResponse)(example)).toBe(true);
    expect(answerFaults(path, 'post', 200, 'application/json', example)).toEqual([]);
  });

  test.each(problemsOf)(
    'of $status $name at $path is in contract, and called there',
    ({ path, method, ...example }) => {
      const { value, status } = example;
      expect([validateProblem(value), value.status]).toEqual([true, status]);
      expect(answerFaults(path, method, status, 'application/problem+json', value)).toEqual([]);
      expect(value.instance).toMatch(new RegExp(`^${path.replace(/\{\w+\}/, '[\\w.-]+')}$`));
    },
  );

  test('leave out no problem that can happen, nor a form of one', () => {
    const names = problemsOf.map(({ name }) => name);
    expect([...new Set(names)].sort()).toEqual([...Object.keys(problems), 'delivery-failed-2'].sort());
  });

  test('of each 429 come with the headers about waiting', () => {
    expect(Object.keys(send?.responses['429']?.headers ?? {})).toEqual(
      expect.arrayContaining(['Retry-After', 'RateLimit', 'RateLimit-Policy']),
    );
  });

  test('are given for no header that must be new each time', () => {
    const { parameters } = api.paths['/auth/send-login-code'].post;
    const withExample = parameters.filter((parameter) => 'example' in parameter).map(({ name }) => name);
    expect(withExample).toEqual(['Accept-Language']);
  });
});

describe('a problem has a schema of its own', () => {
  const schemaOf = (name: string) =>
    described.components.schemas[name] as {
      properties: Record<string, { const?: unknown; properties?: object }>;
      required: string[];
    };

  test.each(Object.entries(problems))('%s: its type, status, code and key are constants', (slug, kind) => {
    const { properties, required } = schemaOf(schemaName(slug as keyof typeof problems));
    const { status, code, i18n_key } = properties;
    expect([status?.const, code?.const, i18n_key?.const]).toEqual([kind.status, kind.code, kind.i18nKey]);
    expect(properties.type).toMatchObject({ pattern: expect.stringContaining(`/problems/${slug}$`) });
    expect(required.includes('retry_after')).toBe(kind.status === 429);
    expect(Object.hasOwn(properties, 'retry_after')).toBe(kind.status === 429);
  });

  test('and only a wrong code says how many attempts are left', () => {
    const having = Object.keys(described.components.schemas).filter((name) =>
      JSON.stringify(described.components.schemas[name]).includes('attempts_left'),
    );
    expect(having).toEqual(['CodeInvalidProblem']);
    expect(schemaOf('CodeInvalidProblem').required).toContain('i18n_args');
  });

  test('which programs find by its key', () => {
    expect(verify?.responses['400']?.content['application/problem+json']?.schema).toMatchObject({
      discriminator: {
        propertyName: 'i18n_key',
        mapping: { 'error.code_invalid': '#/components/schemas/CodeInvalidProblem' },
      },
    });
  });

  test('and one that is not among those of its status is none', () => {
    const { value } = problemsOf.find(({ name }) => name === 'code-invalid') ?? {};
    expect(answerFaults(paths[0], 'post', 400, 'application/problem+json', value)).not.toEqual([]);
  });
});

describe('a request', () => {
  const [email, phone] = ['sophie@example.com', '+1 202 555 0123'];

  test.each([
    { email },
    { phone },
    { email, phone: null },
    { phone, email: '' },
    { email, challenge_id: '', device_token: null },
    { email, more: 1 },
  ])('%j is as described, and accepted', (body) => {
    expect([requestFaults(paths[0], body), validateSendRequest(present(body))]).toEqual([[], true]);
  });

  test.each([
    {},
    { email: '' },
    { email, phone },
    { email: null, phone: '' },
    { email: 1 },
    { email, challenge_id: 'x' },
  ])('%j is neither described nor accepted', (body) => {
    expect(requestFaults(paths[0], body)).not.toEqual([]);
    expect(validateSendRequest(present(body))).toBe(false);
  });
});

test('no pattern stands beside a date-time, which generated clients read as a time', () => {
  expect(JSON.stringify(described)).toContain('"format":"date-time"');
  expect(JSON.stringify(described)).not.toMatch(/"format":"date-time"[^{}]*"pattern"/);
});

test('Markdown shows __proto__ as it is', () => {
  expect(send?.responses['400']?.description).toContain('`__proto__`');
  expect(send?.responses['400']?.description.replaceAll('`__proto__`', '')).not.toContain('__');
});

test('it says what to do with challenge_id and with each 429', () => {
  expect(described.info.description).toContain('challenge_id');
  for (const slug of ['target-throttled', 'caller-throttled', 'sms-budget-spent', 'service-throttled']) {
    expect(send?.responses['429']?.description).toContain(`\`${slug}\``);
  }
});
