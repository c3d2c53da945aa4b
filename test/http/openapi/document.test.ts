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
import { openApi } from '../../../lib/http/openapi/document.ts';
import { problems } from '../../../lib/http/problems/kinds.ts';
import { readApiConfig } from '../../../lib/settings/config.ts';
import { gatewayEvent, lambdaContext } from '../../support/event.ts';
import { baseSettings } from '../../support/service.ts';
import { startFunction } from '../../support/start-function.ts';

const config = readApiConfig(baseSettings);
const api = openApi(config);
const send = api.paths['/auth/send-login-code'].post;
const verify = api.paths['/auth/verify-login-code'].post;
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

  const lint = ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--format=json', path];
  const { stdout } = await run(process.execPath, lint, { env: { ...process.env, ...quiet } });
  expect(JSON.parse(stdout).problems).toEqual([]);
});

describe('its examples', () => {
  test('of requests and of success are in contract', () => {
    const requests = (operation: typeof send | typeof verify) =>
      Object.values(operation.requestBody.content['application/json'].examples).map(({ value }) => value);
    for (const request of requests(send)) expect(validateSendRequest(request)).toBe(true);
    for (const request of requests(verify)) expect(validateVerifyRequest(request)).toBe(true);
    expect(validateSendResponse(send.responses['200'].content['application/json'].example)).toBe(true);
    expect(validateVerifyResponse(verify.responses['200'].content['application/json'].example)).toBe(true);
  });

  test('of problems are in contract, under their own status, and leave out none that can happen', () => {
    const responses = [...Object.entries(send.responses), ...Object.entries(verify.responses)];
    const seen = responses.flatMap(([status, response]) => {
      const { examples = {} } =
        (response.content as Record<string, { examples?: object }>)['application/problem+json'] ?? {};
      return Object.entries(examples).map(([slug, { value }]) => {
        expect([slug, validateProblem(value), value.status]).toEqual([slug, true, Number(status)]);
        return slug;
      });
    });
    expect([...new Set([...seen, 'not-found'])].sort()).toEqual(Object.keys(problems).sort());
  });

  test('of each 429 come with the headers about waiting', () => {
    expect(Object.keys(send.responses['429'].headers)).toEqual(
      expect.arrayContaining(['Retry-After', 'RateLimit', 'RateLimit-Policy']),
    );
  });
});

test('it says what to do with challenge_id and with each 429', () => {
  expect(api.info.description).toContain('challenge_id');
  for (const slug of ['target-throttled', 'caller-throttled', 'sms-budget-spent', 'service-throttled']) {
    expect(send.responses['429'].description).toContain(`\`${slug}\``);
  }
});
