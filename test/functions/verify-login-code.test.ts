import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hour, minute } from '../../lib/core/time.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { isDynalite } from '../support/dynamodb.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(async () => {
  await services.clear();
  services.takeCalls();
});
afterAll(() => services.close());

/** dynalite gives no item back with a failed condition, so a denial reads it. */
const readsPerDenial = isDynalite ? { GetItem: 1 } : {};

const wrong = '0000000000';

/** What a person would type and a client would add, after one message. */
async function ask({ send }: Service, address: object, headers: Record<string, string> = {}) {
  const { body } = await send(address, { headers });
  const { text } = (await services.messages()).at(-1) ?? { text: '' };
  services.takeCalls();
  return { ...address, code: /\d{10}/.exec(text)?.[0] ?? 'no code', challenge_id: body.data.challenge_id };
}

/** A container's first verification also fetches the public key, beside the caller's hit. */
async function startWarm(settings: Environment = {}): Promise<Service> {
  const service = await startService(services, settings);
  await service.verify({ email: someEmail(), code: wrong, challenge_id: 'szUFwSPM-05PlXslJv5vcQ' }, { ip: someIp() });
  expect(services.takeCalls()).toEqual({ UpdateItem: 2, GetPublicKey: 1 });
  return service;
}

describe('AWS calls', () => {
  test('a right code costs 4 writes and one signature', async () => {
    const service = await startWarm();
    const asked = await ask(service, { email: someEmail() });
    expect((await service.verify(asked)).status).toBe(200);
    expect(services.takeCalls()).toEqual({ UpdateItem: 4, Sign: 1 });
  });

  test('a right code from a text costs two counts more: for its country, and for its number block', async () => {
    const service = await startWarm();
    const asked = await ask(service, { phone: somePhone() });
    expect((await service.verify(asked)).status).toBe(200);
    expect(services.takeCalls()).toEqual({ UpdateItem: 6, Sign: 1 });
  });

  test('a wrong code costs 3 writes, and the one that locks 4', async () => {
    const settings = { TARGET_LIMITS: 'off', CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: '200/1h' };
    const service = await startWarm(settings);
    const email = someEmail();
    for (let i = 0; i < 5; i++) {
      const asked = await ask(service, { email });
      for (let j = 0; j < 5; j++) {
        expect((await service.verify({ ...asked, code: wrong })).body.i18n_key).toBe('error.code_invalid');
        expect(services.takeCalls()).toEqual({ UpdateItem: i === 4 && j === 4 ? 4 : 3 });
      }
    }
    const locked = await service.send({ email });
    expect(locked.body).toMatchObject({ i18n_key: 'error.target_throttled', retry_after: 86_400 });
    expect(locked.body.detail).toBe('Too many wrong codes were entered. Try again in 1 day.');
    expect(locked.headers.RateLimit).toBeUndefined();
  });

  test('a challenge that is over costs 2 writes, why ever it is', async () => {
    const service = await startService(services, { CODE_ATTEMPTS: '1', TARGET_LIMITS: 'off' });
    const [used, exhausted, expired] = [
      await ask(service, { email: someEmail() }),
      await ask(service, { email: someEmail() }),
      await ask(service, { email: someEmail() }),
    ];
    await service.verify(used);
    await service.verify({ ...exhausted, code: wrong });
    const unknown = { ...expired, challenge_id: 'szUFwSPM-05PlXslJv5vcQ' };
    const foreign = { ...expired, email: someEmail() };
    services.takeCalls();
    const answers = [];
    for (const over of [used, exhausted, unknown, foreign]) {
      answers.push(await service.verify(over));
      expect(services.takeCalls()).toEqual({ UpdateItem: 2 });
    }
    service.clock.now += 10 * minute;
    answers.push(await service.verify(expired));
    expect(services.takeCalls()).toEqual({ UpdateItem: 2 });

    const told = answers.map(({ status, body }) => {
      const { request_id, trace_id, span_id, timestamp, ...rest } = body;
      return JSON.stringify([status, rest]);
    });
    expect([new Set(told).size, answers[0]?.body.i18n_key]).toEqual([1, 'error.code_expired']);
  });

  test('a denial costs 1 call, and none while warm', async () => {
    const service = await startService(services, { VERIFY_CALLER_LIMITS: '1/1m' });
    const asked = await ask(service, { email: someEmail() });
    await service.verify({ ...asked, code: wrong });
    services.takeCalls();
    expect((await service.verify(asked)).body).toMatchObject({ i18n_key: 'error.caller_throttled', retry_after: 60 });
    expect(services.takeCalls()).toEqual({ UpdateItem: 1, ...readsPerDenial });
    expect((await service.verify(asked)).status).toBe(429);
    expect(services.takeCalls()).toEqual({});
  });

  test('a resend costs 3 writes, 1 read and 1 send', async () => {
    const service = await startService(services, { TARGET_LIMITS: '9/1m', TARGET_CALLER_LIMITS: 'off' });
    const { code, ...asked } = await ask(service, { email: someEmail() });
    expect((await service.send(asked)).body.data.challenge_id).toBe(asked.challenge_id);
    expect(services.takeCalls()).toEqual({ UpdateItem: 3, GetItem: 1, SendEmail: 1 });
    expect((await services.messages()).map(({ text }) => text.includes(code))).toEqual([true, true]);
  });

  test('an Idempotency-Key costs 1 read, and a repeat nothing else', async () => {
    const { send } = await startService(services);
    const [email, headers] = [someEmail(), { 'Idempotency-Key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' }];
    const first = await send({ email }, { headers });
    expect(services.takeCalls()).toEqual({ GetItem: 1, UpdateItem: 3, PutItem: 1, SendEmail: 1 });
    const repeat = await send({ email }, { headers });
    expect(services.takeCalls()).toEqual({ GetItem: 1 });
    expect(repeat.body.data).toEqual(first.body.data);
    const marks = [first, repeat].map(({ headers }) => headers['Idempotent-Replayed']);
    expect(marks).toEqual([undefined, 'true']);
    expect(await services.messages()).toHaveLength(1);
  });
});

describe('from address to proof', () => {
  test.each([
    ['email', () => ({ email: someEmail() }), /^p\*\*\*\w@mailbox\.example$/],
    ['sms', () => ({ phone: somePhone() }), /^\+1\*\*\*\d\d$/],
  ])('it takes two calls by %s', async (channel, address, masked) => {
    const service = await startService(services);
    const { status, headers, body } = await service.verify(await ask(service, address()));
    expect([status, body]).toEqual([
      200,
      {
        code: 0,
        message: 'success',
        data: {
          token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
          token_type: 'Bearer',
          expires_in: 300,
          channel,
          target: expect.stringMatching(masked),
          device_token: expect.stringMatching(/^[\w-]{42}$/),
        },
        timestamp: new Date(service.clock.now).toISOString(),
      },
    ]);
    expect(headers['RateLimit-Policy']).toBe('"verify-caller-60s";q=20;w=60, "verify-caller-3600s";q=100;w=3600');
  });

  test('an address may be written differently the second time', async () => {
    const service = await startService(services);
    const email = someEmail();
    const asked = await ask(service, { email });
    expect((await service.verify({ ...asked, email: ` ${email.toUpperCase()} ` })).status).toBe(200);
  });

  test('each wrong code is told how many attempts are left, down to none', async () => {
    const service = await startService(services);
    const asked = await ask(service, { email: someEmail() });
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, body } = await service.verify({ ...asked, code: wrong });
      expect([status, body.code, body.i18n_args]).toEqual([400, 30101301, { attempts_left: left }]);
      expect(body.detail).toContain(`Attempts left: ${left}.`);
    }
    expect((await service.verify(asked)).body.code).toBe(30101302);
  });

  test('checking has limits of its own: sending leaves them as they are', async () => {
    const service = await startService(services, { CALLER_LIMITS: '1/1h', VERIFY_CALLER_LIMITS: '1/1h' });
    const asked = await ask(service, { email: someEmail() });
    expect((await service.verify(asked)).status).toBe(200);
    expect((await service.verify(asked)).body.i18n_key).toBe('error.caller_throttled');
    service.clock.now += hour;
    expect((await service.verify(asked)).body.i18n_key).toBe('error.code_expired');
  });

  test('the table keeps no token, address, IP or code of it', async () => {
    const service = await startService(services);
    const [email, ip] = [someEmail(), someIp()];
    const asked = await ask(service, { email });
    await service.verify({ ...asked, code: wrong }, { ip });
    const { body } = await service.verify(asked, { ip });
    const client = new DynamoDBClient({ endpoint: services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '' });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: service.tableName }));
    client.destroy();
    expect(Items.map(({ pk }) => pk?.S?.replace(/#[\w-]{43}/, '#…')).sort()).toEqual([
      'caller#…',
      'caller#…#verify',
      'code#…',
      `email#${new Date(service.clock.now).toISOString().slice(0, 10)}`,
      'target#…',
    ]);
    const stored = JSON.stringify(Items);
    for (const hidden of [email, ip, asked.code, asked.challenge_id, wrong, body.data.token, body.data.device_token]) {
      expect(stored).not.toContain(hidden);
    }
  });
});
