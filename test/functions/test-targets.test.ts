import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { minute } from '../../lib/core/time.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { type Services, startService, startServices } from '../support/service.ts';

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
  test('is answered as anyone, and is sent nothing', async () => {
    const { send } = await startAt(lastMoment);
    const answer = await send(body);
    expect(answer.body.data).toMatchObject({ channel, expires_in: 600 });
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1 });
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

  test('gives a token for the code that was set, and counts as nobody who was sent one', async () => {
    const { send, verify } = await startAt(lastMoment);
    const { challenge_id } = (await send(body)).body.data;
    services.takeCalls();
    expect((await verify({ ...body, code: '0000000000', challenge_id })).body.i18n_key).toBe('error.code_invalid');
    services.takeCalls();
    const { data } = (await verify({ ...body, code, challenge_id })).body;
    expect(data).toMatchObject({ token_type: 'Bearer', channel });
    expect(decodeJwt(data.token)).toMatchObject({ test_identity: true, amr: ['otp'] });
    expect(services.takeCalls()).toEqual({ UpdateItem: 4, Sign: 1 });
    expect((await verify({ ...body, code, challenge_id })).body.i18n_key).toBe('error.code_expired');
  });

  test('asking again makes a new challenge', async () => {
    const { send, verify } = await startAt(lastMoment, { TARGET_LIMITS: 'off' });
    const first = (await send(body)).body.data.challenge_id;
    const again = (await send({ ...body, challenge_id: first })).body.data.challenge_id;
    expect(again).not.toBe(first);
    expect((await verify({ ...body, code, challenge_id: again })).status).toBe(200);
  });

  test('shows in the log and in a metric each time, in place of what is counted for others', async () => {
    const lines: Record<string, unknown>[] = [];
    const { send, verify } = await startAt(lastMoment);
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
    const { challenge_id } = (await send(body)).body.data;
    await verify({ ...body, code, challenge_id });
    const warnings = lines.filter(({ message }) => message === 'a test identity was used');
    expect(warnings).toMatchObject([
      { level: 'WARN', channel },
      { level: 'WARN', channel },
    ]);
    expect(lines.filter((line) => 'TestTargetUsed' in line)).toMatchObject([{ channel }, { channel }]);
    expect(lines.filter((line) => 'Sent' in line || 'Verified' in line)).toEqual([]);
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
