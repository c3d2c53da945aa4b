import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { someEmail, someIp } from './support/people.ts';
import { rounds } from './support/rounds.ts';
import { type Services, startService, startServices } from './support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

const times = rounds(100);

test(`50 sends to one target under 1/60s: one goes out, 49 wait, ${times} times over`, async () => {
  const { send } = await startService(services, { TARGET_LIMITS: '1/60s', CALLER_LIMITS: 'off' });
  for (let round = 0; round < times; round++) {
    await services.clear();
    const email = someEmail();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ email })));
    expect(statuses(answers)).toEqual({ 200: 1, 429: 49 });
    expect(await services.messages()).toHaveLength(1);
  }
});

test(`60 sends to one target under 3/60s: three go out, ${times} times over`, async () => {
  const { send } = await startService(services, { TARGET_LIMITS: '3/60s', CALLER_LIMITS: 'off' });
  for (let round = 0; round < times; round++) {
    await services.clear();
    const email = someEmail();
    const answers = await Promise.all(Array.from({ length: 60 }, () => send({ email })));
    expect(statuses(answers)).toEqual({ 200: 3, 429: 57 });
    expect(await services.messages()).toHaveLength(3);
  }
});

test(`twenty people behind one caller under 20/1m are all served, the next is not, ${times} times over`, async () => {
  const { send } = await startService(services, { CALLER_LIMITS: '20/1m' });
  for (let round = 0; round < times; round++) {
    const ip = someIp();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ email: someEmail() }, { ip })));
    expect(statuses(answers)).toEqual({ 200: 20 });
    expect((await send({ email: someEmail() }, { ip })).body.i18n_key).toBe('error.caller_throttled');
  }
});

const statuses = (answers: readonly { status: number }[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]));
