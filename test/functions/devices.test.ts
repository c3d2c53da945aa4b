import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { hour, minute } from '../../lib/core/time.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(() => services.clear());
afterAll(() => services.close());

type Address = { readonly email: string } | { readonly phone: string };

async function signIn({ send, verify }: Service, address: Address, more: object = {}) {
  const { challenge_id } = (await send({ ...address, ...more })).body.data;
  const code = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
  return (await verify({ ...address, code, challenge_id, nonce: 'n-0S6_WzA2Mj' })).body.data;
}

describe('a device that signed in', () => {
  test.each<[string, () => Address, object]>([
    ['email', () => ({ email: someEmail() }), { UpdateItem: 3, PutItem: 1, SendEmail: 1 }],
    ['sms', () => ({ phone: somePhone() }), { UpdateItem: 4, PutItem: 1, Publish: 1 }],
  ])('gets its code by %s when strangers have used up the hour, at no further call', async (_, address, calls) => {
    const service = await startService(services);
    const target = address();
    const { device_token } = await signIn(service, target);
    for (let i = 0; i < 4; i++) await service.send(target, { ip: someIp() });
    const denied = await service.send(target, { ip: someIp() });
    expect(denied.body.i18n_key).toBe('error.target_throttled');
    expect(denied.headers['RateLimit-Policy']).toBe('"target-3600s";q=5;w=3600');

    services.takeCalls();
    expect((await service.send({ ...target, device_token }, { ip: someIp() })).status).toBe(200);
    expect(services.takeCalls()).toEqual(calls);
  });

  test('is told to wait by the name a stranger would be told', async () => {
    const service = await startService(services);
    const target = { email: someEmail() };
    const { device_token } = await signIn(service, target);
    expect((await service.send({ ...target, device_token })).status).toBe(200);
    const { body, headers } = await service.send({ ...target, device_token });
    expect([body.i18n_key, body.retry_after]).toEqual(['error.target_throttled', 30]);
    expect(headers['RateLimit-Policy']).toBe('"target-caller-30s";q=1;w=30');
  });

  test('is denied again without a call, for a minute', async () => {
    const service = await startService(services, { DEVICE_LIMITS: '1/1h' });
    const target = { email: someEmail() };
    const { device_token } = await signIn(service, target);
    await service.send({ ...target, device_token });
    service.clock.now += 11_000;
    expect((await service.send({ ...target, device_token })).status).toBe(429);
    services.takeCalls();
    expect((await service.send({ ...target, device_token })).status).toBe(429);
    expect(services.takeCalls()).toEqual({});
    service.clock.now += minute;
    expect((await service.send({ ...target, device_token })).body.retry_after).toBe(3_600 - 71);
    expect(services.takeCalls().UpdateItem).toBe(2);
  });

  test('gains nothing with a token that is not its own, and is not told so', async () => {
    const service = await startService(services);
    const { device_token } = await signIn(service, { email: someEmail() });
    const target = { email: someEmail() };
    for (const token of [device_token, 'x', `${device_token}x`, 'x'.repeat(4_000)]) {
      expect((await service.send({ ...target, device_token: token }, { ip: someIp() })).status).toBe(200);
    }
    expect((await service.send({ ...target, device_token: null }, { ip: someIp() })).status).toBe(200);
    const stopped = await service.send({ ...target, device_token }, { ip: someIp() });
    expect(stopped.headers['RateLimit-Policy']).toBe('"target-3600s";q=5;w=3600');
  });

  test('keeps its token across a restart, and loses it with DEVICE_TOKENS_SINCE', async () => {
    const service = await startService(services);
    const { tableName } = service;
    const target = { email: someEmail() };
    const { device_token } = await signIn(service, target);
    for (let i = 0; i < 4; i++) await service.send(target, { ip: someIp() });
    const later = await startService(services, { TABLE_NAME: tableName });
    expect((await later.send({ ...target, device_token })).status).toBe(200);
    const tomorrow = new Date(Date.now() + 24 * hour).toISOString().slice(0, 10);
    const since = await startService(services, { TABLE_NAME: tableName, DEVICE_TOKENS_SINCE: tomorrow });
    expect((await since.send({ ...target, device_token }, { ip: someIp() })).status).toBe(429);
  });

  test('gets no token where devices are off', async () => {
    const service = await startService(services, { DEVICE_TTL: 'off' });
    expect(await signIn(service, { email: someEmail() })).not.toHaveProperty('device_token');
  });
});

describe('a nonce', () => {
  test('is a claim of the token', async () => {
    const service = await startService(services);
    const { token } = await signIn(service, { email: someEmail() });
    expect(decodeJwt(token).nonce).toBe('n-0S6_WzA2Mj');
  });

  test.each([
    ['format', 'with a space'],
    ['format', 'é'],
    ['range', 'x'.repeat(129)],
    ['type', 5],
  ])('must be up to 128 visible characters: %s', async (code, nonce) => {
    const { verify } = await startService(services);
    const asked = { email: someEmail(), code: '0123456789', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' };
    expect((await verify({ ...asked, nonce })).body.errors).toMatchObject([{ field: 'nonce', code }]);
  });
});

test('a device token that is no string is a violation', async () => {
  const { send } = await startService(services);
  const { body } = await send({ email: someEmail(), device_token: 5 });
  expect(body.errors).toMatchObject([{ field: 'device_token', code: 'type' }]);
});
