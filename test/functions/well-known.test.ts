import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { validateProblem } from '../../lib/generated/validators.js';
import type { Environment } from '../../lib/settings/reader.ts';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { type Kms, keyArn, someRsaKey, startKms } from '../support/kms.ts';
import { baseSettings } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';
import { jsonError } from '../support/stub-server.ts';

let kms: Kms;
beforeAll(async () => {
  kms = await startKms({ [keyArn('current')]: someRsaKey() });
});
afterAll(() => kms.close());

const handlerOf = (settings: Environment = {}) =>
  startFunction('well-known', { ...baseSettings, AWS_ENDPOINT_URL_KMS: kms.url, ...settings });

const get = async (document: string, handler = handlerOf(), method = 'GET') => {
  const event = gatewayEvent({ method, path: `/.well-known/${document}`, pathParameters: { document } });
  const { statusCode, headers, body } = await (await handler)(event, lambdaContext());
  return { status: statusCode, headers, body: JSON.parse(body) };
};

describe('the key set', () => {
  test('is public, and cached no longer than a token lives', async () => {
    kms.behaviour = kms.works;
    const { status, headers, body } = await get('jwks.json');
    expect([status, headers?.['Content-Type'], headers?.['Cache-Control']]).toEqual([
      200,
      'application/json',
      'public, max-age=300',
    ]);
    expect(body).toEqual({
      keys: [
        {
          kty: 'RSA',
          e: 'AQAB',
          n: expect.stringMatching(/^[\w-]{342}$/),
          use: 'sig',
          alg: 'RS256',
          kid: expect.stringMatching(/^[\w-]{43}$/),
        },
      ],
    });
  });

  test('is a problem that no cache keeps when KMS cannot be asked, and is there again at the next request', async () => {
    const handler = handlerOf();
    kms.behaviour = jsonError(400, 'AccessDeniedException');
    const { status, headers, body } = await get('jwks.json', handler);
    expect([status, headers?.['Cache-Control'], validateProblem(body)]).toEqual([500, 'no-store', true]);
    kms.behaviour = kms.works;
    expect((await get('jwks.json', handler)).status).toBe(200);
  });
});

describe('the configuration', () => {
  test('has what middleware asks for, and names no endpoint that does not exist', async () => {
    const { status, headers, body } = await get('openid-configuration');
    expect([status, headers?.['Cache-Control']]).toEqual([200, 'public, max-age=3600']);
    expect(body).toMatchObject({
      issuer: 'https://login.example.com/v1',
      jwks_uri: 'https://login.example.com/v1/.well-known/jwks.json',
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
    expect(Object.keys(body).filter((name) => name.endsWith('_endpoint'))).toEqual([]);
  });

  test('asks KMS nothing', async () => {
    kms.operations.splice(0);
    await get('openid-configuration');
    expect(kms.operations).toEqual([]);
  });

  test('of an issuer elsewhere still leads to the keys served here', async () => {
    const { body } = await get('openid-configuration', handlerOf({ ISSUER: 'https://id.example.com' }));
    expect([body.issuer, body.jwks_uri]).toEqual([
      'https://id.example.com',
      'https://login.example.com/v1/.well-known/jwks.json',
    ]);
  });
});

test.each(['', 'security.txt', 'jwks.json.bak'])('/.well-known/%s is not found', async (document) => {
  expect(await get(document)).toMatchObject({ status: 404, body: { code: 30101005 } });
});

test('nothing can be posted there', async () => {
  expect(await get('jwks.json', handlerOf(), 'POST')).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
});
