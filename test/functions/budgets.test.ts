import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startOfNextUtcDay, toSeconds } from '../../lib/core/time.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(() => services.clear());
afterAll(() => services.close());

const free = { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' };

describe.each([
  ['mails', { EMAIL_BUDGET: '5' }, () => ({ email: someEmail() }), 30101105, 'email-budget'],
  ['texts', { SMS_COUNTRIES: 'US=5' }, () => ({ phone: somePhone() }), 30101103, 'sms-budget'],
])('a day of %s', (_, settings, someone, code, policy) => {
  test('is a budget that no crowd gets past: four fifths for strangers, and then midnight', async () => {
    const { send, clock } = await startService(services, { ...free, ...settings });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(someone(), { ip: someIp() })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(await services.messages()).toHaveLength(4);

    const { body, headers } = await send(someone());
    const left = toSeconds(startOfNextUtcDay(clock.now) - clock.now);
    expect([body.code, body.retry_after, headers['RateLimit-Policy']]).toEqual([
      code,
      left,
      `"${policy}-86400s";q=4;w=86400`,
    ]);
    clock.now = startOfNextUtcDay(clock.now);
    expect((await send(someone())).status).toBe(200);
  });

  test('has the rest for devices that are known', async () => {
    const { send, verify } = await startService(services, { ...free, ...settings });
    const person = someone();
    const { challenge_id } = (await send(person)).body.data;
    const typed = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
    const { device_token } = (await verify({ ...person, code: typed, challenge_id })).body.data;
    for (let i = 0; i < 3; i++) expect((await send(someone())).status).toBe(200);
    expect((await send(someone())).body.code).toBe(code);
    expect((await send({ ...person, device_token })).status).toBe(200);
  });

  test('says once that half of it is spent, by the metric and in the log', async () => {
    const lines: Record<string, unknown>[] = [];
    const { send } = await startService(services, { ...free, ...settings });
    const write = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
    for (let i = 0; i < 5; i++) await send(someone());
    write.mockRestore();
    expect(lines.filter((line) => 'BudgetHalfSpent' in line)).toMatchObject([{ budget: policy }]);
    expect(lines.filter(({ message }) => message === 'half of a budget is spent')).toHaveLength(1);
  });
});

test('one budget that is spent leaves the other channel, and other countries, as they are', async () => {
  const { send } = await startService(services, { ...free, EMAIL_BUDGET: '1', SMS_COUNTRIES: 'US=3 *=5' });
  await send({ email: someEmail() });
  expect((await send({ email: someEmail() })).body.code).toBe(30101105);
  for (let i = 0; i < 3; i++) expect((await send({ phone: somePhone() })).status).toBe(200);
  expect((await send({ phone: somePhone() })).body.code).toBe(30101103);
  expect((await send({ phone: secret('+4915123456789') })).status).toBe(200);
});
