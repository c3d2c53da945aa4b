import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { keysFromOneSecret } from '../lib/core/keys.ts';
import { mac } from '../lib/core/mac.ts';
import { minute } from '../lib/core/time.ts';
import { someEmail, somePhone } from './support/people.ts';
import { secret } from './support/recorded.ts';
import { baseSettings, type Services, startService, startServices } from './support/service.ts';

const code = secret('4242424242');
const email = someEmail();
const phone = secret('+15005550006');
const noNumber = secret('+15555550100'); // nobody's, so that libphonenumber refuses it
const settings = {
  TEST_TARGETS: JSON.stringify(
    Object.fromEntries([email, phone, noNumber].map((address) => [address, { code, until: '2027-01-31' }])),
  ),
  ALLOW_TEST_TARGETS: 'true',
  TARGET_LIMITS: '1/60s',
};
const lastMoment = Date.UTC(2027, 1, 1) - 1;

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(() => void services.takeCalls());
afterEach(() => void jest.restoreAllMocks());
afterAll(() => services.close());

async function startAt(now: number, more = {}) {
  const service = await startService(services, { ...settings, ...more });
  service.clock.now = now;
  return service;
}

describe.each([
  ['an address', { email }, 'email'],
  ['a number', { phone }, 'sms'],
  ['a number that is none', { phone: noNumber }, 'sms'],
])('a test identity that is %s', (_, body, channel) => {
  test('is answered as anyone, is sent nothing, and its challenge takes the code that was set', async () => {
    const { send, tableName } = await startAt(lastMoment);
    const answer = await send(body);
    expect(answer.body.data).toMatchObject({ channel, expires_in: 600 });
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1 });

    const client = new DynamoDBClient({ endpoint: services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '' });
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    client.destroy();
    const stored = Items.find((item) => item.code_mac)?.code_mac?.B ?? [];
    const keys = keysFromOneSecret(baseSettings.LOGIN_CODE_SECRET ?? '');
    const [canonical = ''] = Object.values(body);
    const expected = mac(keys.code.key, 'code', answer.body.data.challenge_id, canonical, code);
    expect(Buffer.from(stored).equals(expected)).toBe(true);
  });

  test('meets the limits as anyone', async () => {
    const { send, clock } = await startAt(lastMoment - 2 * minute);
    expect((await send(body)).status).toBe(200);
    expect((await send(body)).body.i18n_key).toBe('error.target_throttled');
    clock.now += minute;
    expect((await send(body)).status).toBe(200);
  });

  test('works also where the channel is off', async () => {
    const off = channel === 'sms' ? { SMS_COUNTRIES: '' } : { EMAIL_FROM: '' };
    const { send } = await startAt(lastMoment, off);
    expect((await send(body)).status).toBe(200);
  });

  test('shows in the log and in a metric each time', async () => {
    const lines: Record<string, unknown>[] = [];
    const { send } = await startAt(lastMoment, { TARGET_LIMITS: 'off' });
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
    await send(body);
    await send(body);
    const warnings = lines.filter(({ message }) => message === 'a test identity was used');
    expect(warnings).toMatchObject([
      { level: 'WARN', channel },
      { level: 'WARN', channel },
    ]);
    expect(lines.filter((line) => 'TestTargetUsed' in line)).toMatchObject([{ channel }, { channel }]);
  });
});

test('however it is written, a test identity is the same', async () => {
  const { send } = await startAt(lastMoment);
  await send({ phone: '+1 (500) 555-0006' });
  await send({ email: email.toUpperCase() });
  expect(services.takeCalls()).toEqual({ UpdateItem: 4, PutItem: 2 });
});

describe('after its last day', () => {
  test('an address is as any other, and is sent a code nobody knows', async () => {
    const { send } = await startAt(lastMoment + 1);
    expect((await send({ email })).status).toBe(200);
    expect(services.takeCalls()).toMatchObject({ SendEmail: 1 });
  });

  test('a number that takes no texts is sent none', async () => {
    const { send } = await startAt(lastMoment + 1);
    expect((await send({ phone })).body.i18n_key).toBe('error.sms_not_supported');
    expect(services.takeCalls()).toEqual({});
  });

  test('a number that takes texts is not mistaken for one that does not', async () => {
    const real = somePhone();
    const { send } = await startAt(lastMoment + 1, {
      TEST_TARGETS: JSON.stringify({ [real]: { code, until: '2027-01-31' } }),
    });
    expect((await send({ phone: real })).status).toBe(200);
    expect(services.takeCalls()).toMatchObject({ Publish: 1 });
  });
});

test('nobody else is a test identity, not even who counts as the same', async () => {
  const { send } = await startAt(lastMoment);
  for (const body of [{ email: someEmail() }, { email: email.replace('@', '+x@') }, { phone: somePhone() }]) {
    expect((await send(body)).status).toBe(200);
  }
  expect(services.takeCalls()).toMatchObject({ SendEmail: 2, Publish: 1 });
});
