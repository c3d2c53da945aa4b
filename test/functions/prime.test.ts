import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { createTable } from '../../infra/local/dynamodb.ts';
import { validateVerifyResponse } from '../../lib/generated/validators.js';
import { routes } from '../../lib/http/routes.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { baseSettings, callHandler, type Services, startServices } from '../support/service.ts';
import { startFunction, startPrimed } from '../support/start-function.ts';
import {
  type Behaviour,
  dropsConnection,
  jsonError,
  neverAnswers,
  type Stub,
  sesTakesIt,
  startStub,
} from '../support/stub-server.ts';

let services: Services;
let env: Environment;
beforeAll(async () => {
  services = await startServices();
  env = { ...baseSettings, ...services.env, TABLE_NAME: `login-code-primed-${process.pid}` };
  await createTable(env.AWS_ENDPOINT_URL_DYNAMODB ?? '', env.TABLE_NAME ?? '');
});
const stubs: Stub[] = [];
afterAll(() => Promise.all([services, ...stubs].map((running) => running.close())));

/** Every line that is logged, and every metric. */
let lines: string[];
beforeEach(() => {
  services.takeCalls();
  lines = [];
  const write = process.stdout.write.bind(process.stdout);
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0 && write(line));
});
afterEach(() => void jest.restoreAllMocks());

const verifyCall = { path: routes.verifyLoginCode.path };

describe('a start', () => {
  test.each([
    ['send-login-code', {}],
    ['verify-login-code', { GetPublicKey: 1 }],
  ] as const)('of %s sends, writes, counts and logs nothing', async (name, fetched) => {
    await startPrimed(name, env);
    expect([services.takeCalls(), await services.messages(), lines]).toEqual([fetched, [], []]);
  });

  test('is followed by requests that go to the services', async () => {
    const sending = await startPrimed('send-login-code', env);
    const verifying = await startPrimed('verify-login-code', env);
    for (const address of [{ email: someEmail() }, { phone: somePhone() }]) {
      services.takeCalls();
      const { challenge_id } = (await callHandler(sending, { body: address })).body.data;
      const sent = 'email' in address ? { UpdateItem: 3, SendEmail: 1 } : { UpdateItem: 5, Publish: 1 };
      expect(services.takeCalls()).toEqual({ PutItem: 1, ...sent });

      const code = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
      const body = { ...address, code, challenge_id };
      const { token } = (await callHandler(verifying, { ...verifyCall, body }, validateVerifyResponse)).body.data;
      expect(services.takeCalls()).toMatchObject({ Sign: 1 });
      expect(await isBorneOut(token)).toBe(true);
      await services.clear();
    }
  });

  test('opens the connections that the first request uses', async () => {
    const connections: string[] = [];
    const table = await startStub((response) => void response.end('{"Attributes":{}}'));
    const ses = await startStub(sesTakesIt);
    stubs.push(table, ses);
    for (const { url, server } of stubs) server.on('connection', () => void connections.push(url));
    const atStubs = { AWS_ENDPOINT_URL_DYNAMODB: table.url, AWS_ENDPOINT_URL_SESV2: ses.url };
    const handler = await startPrimed('send-login-code', { ...env, ...atStubs, SMS_COUNTRIES: '' });
    expect(new Set(connections)).toEqual(new Set([table.url, ses.url]));
    expect([table.bodies, ses.bodies]).toEqual([[], []]);
    connections.splice(0);
    expect((await callHandler(handler, { body: { email: someEmail() } })).status).toBe(200);
    expect([connections, table.bodies.length, ses.bodies.length]).toEqual([[], 4, 1]);
  });
});

/** By the key set that is served. */
async function isBorneOut(token: string): Promise<boolean> {
  const wellKnown = await startFunction('well-known', env);
  const event = gatewayEvent({ method: 'GET', path: '/', pathParameters: { document: 'jwks.json' } });
  const keys = createLocalJWKSet(JSON.parse((await wellKnown(event, lambdaContext())).body));
  return (await jwtVerify(token, keys)).payload.iss === baseSettings.PUBLIC_URL;
}

describe('a function starts, says what is not ready, and answers as it finds things then, though', () => {
  let stub: Stub;
  beforeAll(async () => {
    stub = await startStub(neverAnswers);
  });
  afterAll(() => stub.close());

  const ask = async (settings: Environment) => {
    const handler = await startPrimed('send-login-code', { ...env, ...settings }, 1);
    const told = new Set(lines.map((line) => JSON.parse(line)).map((line) => `${line.message} ${line.request_id}`));
    const { status } = await callHandler(handler, { body: { email: someEmail() } });
    return { told: [...told], status };
  };
  /** Of no request. */
  const notReady = 'not ready: the first request may take longer undefined';

  test.each<[string, Behaviour]>([
    ['are refused', jsonError(400, 'AccessDeniedException')],
    ['are not there', jsonError(400, 'ResourceNotFoundException')],
    ['are cut off', dropsConnection],
    ['never come', neverAnswers],
  ])('the secrets %s', async (_, behaviour) => {
    stub.behaviour = behaviour;
    expect(await ask({ AWS_ENDPOINT_URL_SECRETS_MANAGER: stub.url })).toEqual({ told: [notReady], status: 500 });
  });

  test('the secrets were refused, and no longer are', async () => {
    stub.behaviour = jsonError(400, 'AccessDeniedException');
    const handler = await startPrimed('send-login-code', { ...env, AWS_ENDPOINT_URL_SECRETS_MANAGER: stub.url });
    stub.behaviour = (response) => void response.end(JSON.stringify({ SecretString: 'x'.repeat(48) }));
    expect((await callHandler(handler, { body: { email: someEmail() } })).status).toBe(200);
  });

  test.each([
    ['no service is there', 'http://127.0.0.1:1'],
    ['its name leads nowhere', 'http://nowhere.invalid'],
  ])('%s', async (_, url) => {
    expect(await ask({ AWS_ENDPOINT_URL_DYNAMODB: url })).toEqual({ told: [notReady], status: 500 });
  });

  test('the key that signs cannot be asked for', async () => {
    stub.behaviour = neverAnswers;
    const handler = await startPrimed('verify-login-code', { ...env, AWS_ENDPOINT_URL_KMS: stub.url }, 1);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'WARN', step: 'fetch' }]);
    const body = { email: someEmail(), code: '0'.repeat(10), challenge_id: 'a'.repeat(22) };
    expect((await callHandler(handler, { ...verifyCall, body })).body.code).toBe(30101302);
  });
});
