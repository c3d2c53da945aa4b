import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { day } from '../../lib/core/time.ts';
import { isDynalite } from '../support/dynamodb.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(() => services.clear());
afterAll(() => services.close());

const free = { CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' };
let numbers = 1_000;
const inOneBlock = (): string => secret(`+1202234${numbers++}`);

/** Sends a code to somebody, and reads it. */
async function textTo({ send }: Service, phone: string) {
  const { challenge_id } = (await send({ phone })).body.data;
  const code = /\d{10}/.exec((await services.messages()).at(-1)?.text ?? '')?.[0];
  return { phone, challenge_id, code };
}

test('US=3: the fourth stranger in the US is refused, other countries and email go on', async () => {
  const { send } = await startService(services, { ...free, SMS_COUNTRIES: 'US=3 DE=5' });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) statuses.push((await send({ phone: somePhone() })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await send({ phone: secret('+4915123456789') })).status).toBe(200);
  expect((await send({ email: someEmail() })).status).toBe(200);
});

test('US=10: of 40 texts at once at most 10 go out', async () => {
  const { send } = await startService(services, { ...free, SMS_COUNTRIES: 'US=10', SMS_GUARD: 'block' });
  const answers = await Promise.all(Array.from({ length: 40 }, () => send({ phone: somePhone() }, { ip: someIp() })));
  const sent = answers.filter(({ status }) => status === 200).length;
  expect([sent > 0, sent <= 10, (await services.messages()).length]).toEqual([true, true, sent]);
});

describe('with SMS_GUARD=block', () => {
  const settings = { ...free, SMS_GUARD: 'block' };

  test('300 numbers of one block, none answered, do not keep the next person out', async () => {
    const { send } = await startService(services, { ...settings, SMS_COUNTRIES: 'US=400' });
    let sent = 0;
    for (let i = 0; i < 300; i++)
      if ((await send({ phone: inOneBlock() }, { ip: `192.0.2.${i % 3}` })).status === 200) sent++;
    expect(sent).toBe(5);
    expect((await send({ phone: secret('+12125550147') })).status).toBe(200);
  });

  test('a refused text is sms-budget-spent, to be tried again after ten minutes', async () => {
    const service = await startService(services, settings);
    for (let i = 0; i < 5; i++) await service.send({ phone: inOneBlock() });
    const { body, headers } = await service.send({ phone: inOneBlock() });
    expect(body).toMatchObject({ status: 429, code: 30101103, retry_after: 600 });
    expect(headers['RateLimit-Policy']).toBeUndefined();
  });

  test('says what it refuses by the metric and in the log, without a number', async () => {
    const service = await startService(services, settings);
    const lines: Record<string, unknown>[] = [];
    const write = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
    for (let i = 0; i < 6; i++) await service.send({ phone: inOneBlock() });
    write.mockRestore();
    expect(lines.filter((line) => 'PumpingSuspected' in line)).toMatchObject([{ scope: 'block' }]);
    expect(lines.filter((line) => 'Denied' in line)).toMatchObject([{ limit: 'sms-guard' }]);
    const date = new Date(service.clock.now).toISOString().slice(0, 10);
    const logged = lines.filter(({ message }) => message === 'too many texts stay unanswered');
    expect(logged).toMatchObject([{ scope: 'block', budget: `sms#*#${date}`, refused: true }]);
  });
});

describe('the calls of the guard', () => {
  const calls = { UpdateItem: 4, PutItem: 1, Publish: 1 };
  /** dynalite returns no item with a failed condition. */
  const look = isDynalite ? { GetItem: 1 } : {};

  async function warm(settings: Record<string, string>): Promise<Service> {
    const service = await startService(services, { ...free, ...settings, CALLER_LIMITS: '200/1m' });
    await service.send({ email: someEmail() });
    await textTo(service, somePhone());
    services.takeCalls();
    return service;
  }

  test.each(['block', 'watch', 'auto'])('%s: none more for an email, and one write more for a text', async (guard) => {
    const { send } = await warm({ SMS_GUARD: guard });
    await send({ email: someEmail() });
    expect(services.takeCalls()).toEqual({ UpdateItem: 3, PutItem: 1, SendEmail: 1 });
    await send({ phone: somePhone() });
    expect(services.takeCalls()).toEqual(calls);
  });

  test('off: none more', async () => {
    const { send } = await warm({ SMS_GUARD: 'off' });
    await send({ phone: somePhone() });
    expect(services.takeCalls()).toEqual({ ...calls, UpdateItem: 3 });
  });

  test('auto: one write more for the first text of a container', async () => {
    const { send } = await startService(services, free);
    await send({ email: someEmail() });
    services.takeCalls();
    await send({ phone: somePhone() });
    expect(services.takeCalls().UpdateItem).toBe(4); // without a caller's hit
  });

  test('one write more when a text is verified', async () => {
    for (const [guard, writes] of [
      ['off', 4],
      ['block', 5],
    ] as const) {
      const service = await warm({ SMS_GUARD: guard });
      await service.verify(await textTo(service, somePhone()));
      services.takeCalls();
      const sent = await textTo(service, somePhone());
      services.takeCalls();
      expect((await service.verify(sent)).status).toBe(200);
      expect(services.takeCalls()).toEqual({ UpdateItem: writes, Sign: 1 });
    }
  });

  test('the days before are read once before a refusal, and what is refused is tried in one write', async () => {
    const service = await warm({ SMS_GUARD: 'block' });
    for (let i = 0; i < 5; i++) await service.send({ phone: inOneBlock() });
    services.takeCalls();
    expect((await service.send({ phone: inOneBlock() })).status).toBe(429);
    // The caller, the person, the block, and the person's place given back.
    expect(services.takeCalls()).toEqual({ UpdateItem: 4, PutItem: 1, BatchGetItem: 1, ...look });
    expect((await service.send({ phone: inOneBlock() })).status).toBe(429);
    expect(services.takeCalls()).toEqual({});
  });
});

test('by default the guard watches for a week, and then blocks', async () => {
  const { send, clock } = await startService(services, free);
  const pump = async () => {
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push((await send({ phone: inOneBlock() })).status);
    return answers.filter((status) => status === 200).length;
  };
  expect(await pump()).toBe(7);
  clock.now += 8 * day;
  expect(await pump()).toBe(5);
});
