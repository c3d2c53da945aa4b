import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { startSecretsManager } from '../../infra/local/secrets-manager.ts';
import type { Running } from '../../infra/local/server.ts';
import { heartbeatIdentity, tick } from '../../lib/core/heartbeat.ts';
import { heartbeatKeyFrom } from '../../lib/core/keys.ts';
import { minute } from '../../lib/core/time.ts';
import { secret } from '../support/recorded.ts';
import { inEnvironment, type Services, startService, startServices } from '../support/service.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:heartbeat';
const held = secret(randomBytes(32).toString('base64'));
const identityAt = (now: number, key = held) => {
  const identity = heartbeatIdentity(heartbeatKeyFrom(key), now, 10);
  for (const value of Object.values(identity)) secret(value);
  return identity;
};

let services: Services;
let secretsManager: Running;
let lookedUp = 0;
beforeAll(async () => {
  services = await startServices();
  secretsManager = await startSecretsManager({ [arn]: held }, 0, '127.0.0.1');
  secretsManager.server.on('request', () => {
    lookedUp += 1;
  });
});
beforeEach(() => {
  services.takeCalls();
  lookedUp = 0;
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => Promise.all([services.close(), secretsManager.close()]));

const start = (more = {}) =>
  startService(services, {
    ...inEnvironment(secret(randomBytes(32).toString('base64'))),
    HEARTBEAT_SECRET_ARN: arn,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.url,
    ...more,
  });

/** The metrics that are written meanwhile. */
async function metricsOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  const lines: { _aws?: { CloudWatchMetrics: { Metrics: { Name: string }[] }[] } }[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  await act();
  return lines.flatMap(({ _aws }) => _aws?.CloudWatchMetrics.map(({ Metrics }) => Metrics[0]?.Name ?? '') ?? []);
}

describe('the heartbeat', () => {
  test('gets a token that is for no backend, and says that nobody owns its address', async () => {
    const { send, verify, clock } = await start();
    const { address, code } = identityAt(clock.now);
    const { challenge_id } = (await send({ email: address })).body.data;
    const { data } = (await verify({ email: address, code, challenge_id })).body;
    expect(decodeJwt(data.token)).toMatchObject({ aud: 'heartbeat', test_identity: true, amr: ['otp'] });
    expect(services.takeCalls()).not.toHaveProperty('SendEmail');
  });

  test('has SES take a mail, and spends nothing of a budget that is spent', async () => {
    const { send, clock } = await start({ EMAIL_BUDGET: '1' });
    for (let beat = 0; beat < 3; beat++) {
      expect((await send({ email: identityAt(clock.now).mailbox })).status).toBe(200);
      clock.now += tick;
    }
    expect(services.takeCalls()).toEqual({ UpdateItem: 6, PutItem: 3, SendEmail: 3 });
  });

  test('is in no metric, whatever becomes of it', async () => {
    const { send, verify, clock } = await start({
      TARGET_LIMITS: '1/60s',
      AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:9',
    });
    const { address, code, mailbox } = identityAt(clock.now);
    const written = await metricsOf(async () => {
      const { challenge_id } = (await send({ email: address })).body.data;
      expect((await send({ email: address })).body.i18n_key).toBe('error.target_throttled');
      expect((await send({ email: mailbox })).body.i18n_key).toBe('error.delivery_failed');
      expect((await verify({ email: address, code: '0000000000', challenge_id })).status).toBe(400);
      expect((await verify({ email: address, code, challenge_id })).status).toBe(200);
    });
    expect(written).toEqual([]);
  });
});

describe('a stranger', () => {
  test('who has seen an address of it can do nothing with it two minutes later', async () => {
    const { send, clock } = await start();
    const { address, mailbox } = identityAt(clock.now);
    clock.now += 2 * minute + tick;
    expect((await send({ email: address })).body.errors).toMatchObject([{ field: 'email', code: 'format' }]);
    expect((await send({ email: mailbox })).status).toBe(200);
    expect(services.takeCalls()).toMatchObject({ SendEmail: 1, UpdateItem: 3 }); // counted in the budget, as anybody's
  });

  test('who makes up a secret is nobody, and no mail goes to a domain that is none', async () => {
    const { send, verify, clock } = await start();
    const { address, code } = identityAt(clock.now, 'invented'.repeat(6));
    expect((await send({ email: address })).body.errors).toMatchObject([{ field: 'email', code: 'format' }]);
    const challenge_id = secret(randomBytes(16).toString('base64url'));
    expect((await verify({ email: address, code, challenge_id })).status).toBe(400);
    const { GetPublicKey: _, ...calls } = services.takeCalls(); // which a bundled function may ask for as it starts
    expect(calls).toEqual({});
  });

  test('costs no look at the secret, and all of them one', async () => {
    const { send, clock } = await start();
    await send({ email: `${randomBytes(8).toString('hex')}@example.com` });
    expect(lookedUp).toBe(0);
    for (let i = 0; i < 3; i++) await send({ email: identityAt(clock.now, `${i}`.repeat(48)).address });
    expect(lookedUp).toBe(1);
  });
});

test('where the secret cannot be read, the heartbeat fails, and nobody else does', async () => {
  const { send, clock } = await start({ HEARTBEAT_SECRET_ARN: `${arn}-none` });
  expect((await send({ email: identityAt(clock.now).address })).body.i18n_key).toBe('error.internal');
  expect((await send({ email: secret(`${randomBytes(8).toString('hex')}@example.com`) })).status).toBe(200);
});

test('where there is no heartbeat, its addresses are as any other', async () => {
  const { send, clock } = await start({ HEARTBEAT_SECRET_ARN: '' });
  await send({ email: identityAt(clock.now).mailbox });
  expect([lookedUp, services.takeCalls()]).toEqual([0, expect.objectContaining({ SendEmail: 1 })]);
});
