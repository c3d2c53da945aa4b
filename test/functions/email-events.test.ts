import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { emailEvents } from '../../functions/email-events/compose.ts';
import { unreachableFor } from '../../lib/core/email-event.ts';
import { minute } from '../../lib/core/time.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readEmailEventsConfig } from '../../lib/settings/email-events.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { baseSettings, type Service, type Services, startService, startServices } from '../support/service.ts';
import { sesEvent } from '../support/ses-records.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(async () => {
  await services.clear();
  services.takeCalls();
});
afterAll(() => services.close());

const marking = { BOUNCE_MARK: 'on' };

/** Over the same table, at the same time. */
function hear({ tableName, clock }: Pick<Service, 'tableName' | 'clock'>, settings = marking) {
  const env = { ...baseSettings, ...services.env, TABLE_NAME: tableName, ...settings };
  return emailEvents(readEmailEventsConfig(env), { ...createRuntime('test'), now: () => clock.now, patience: 10 });
}

const unreachable = { status: 500, code: 30101203, i18n_key: 'error.delivery_failed', i18n_args: { try: 'sms' } };

describe('an address that bounced or complained', () => {
  test.each(['bounce', 'complaint'] as const)(
    'is marked by a %s: the next code is refused at once, sends and counts nothing, and a week later is sent',
    async (kind) => {
      const service = await startService(services, marking);
      const email = someEmail();
      expect((await service.send({ email })).status).toBe(200);
      await hear(service)(sesEvent(kind, email));
      await services.clear();
      service.clock.now += 2 * minute;
      services.takeCalls();
      expect((await service.send({ email })).body).toMatchObject(unreachable);
      expect(services.takeCalls()).not.toHaveProperty('SendEmail');
      expect(await services.messages()).toEqual([]);
      expect((await service.send({ email: someEmail() })).status).toBe(200);
      service.clock.now += unreachableFor - 2 * minute;
      expect((await service.send({ email })).status).toBe(200);
    },
  );

  test('is told to try SMS only where it is on', async () => {
    const service = await startService(services, { ...marking, SMS_COUNTRIES: '' });
    const email = someEmail();
    await service.send({ email });
    await hear(service)(sesEvent('bounce', email));
    service.clock.now += 2 * minute;
    const { body } = await service.send({ email });
    expect(body.code).toBe(30101203);
    expect(body).not.toHaveProperty('i18n_args');
  });

  test('is refused on its known devices too', async () => {
    const service = await startService(services, marking);
    const email = someEmail();
    const { challenge_id } = (await service.send({ email })).body.data;
    const [{ text = '' } = {}] = await services.messages();
    const code = /\d{10}/.exec(text)?.[0];
    const { device_token } = (await service.verify({ email, code, challenge_id })).body.data;
    service.clock.now += 2 * minute;
    expect((await service.send({ email, device_token })).status).toBe(200);
    await hear(service)(sesEvent('bounce', email));
    service.clock.now += 2 * minute;
    expect((await service.send({ email, device_token })).body).toMatchObject(unreachable);
  });

  test.each<[string, Parameters<typeof sesEvent>[0], object]>([
    ['soft bounce', 'bounce', { bounceType: 'Transient', bounceSubType: 'MailboxFull' }],
    ['bounce of unknown cause', 'bounce', { bounceType: 'Undetermined', bounceSubType: 'Undetermined' }],
    ['delivery', 'delivery', {}],
    ['reject', 'reject', {}],
    ['send', 'send', {}],
  ])('is not marked by a %s', async (_, kind, change) => {
    const service = await startService(services, marking);
    const email = someEmail();
    await service.send({ email });
    services.takeCalls();
    await hear(service)(sesEvent(kind, email, change));
    expect(services.takeCalls()).toEqual({});
    service.clock.now += 2 * minute;
    expect((await service.send({ email })).status).toBe(200);
  });

  test('is not marked without BOUNCE_MARK, for which the function needs neither table nor key', async () => {
    const service = await startService(services);
    const email = someEmail();
    await service.send({ email });
    services.takeCalls();
    const config = readEmailEventsConfig({});
    await emailEvents(config, createRuntime('test'))(sesEvent('bounce', email));
    expect([config.mark, services.takeCalls()]).toEqual([undefined, {}]);
    service.clock.now += 2 * minute;
    expect((await service.send({ email })).status).toBe(200);
  });

  test('leaves no item for whoever was never sent a code, and none of the same mailbox marked', async () => {
    const service = await startService(services, marking);
    const [person, other] = ['bounced', 'reached'].map((tag) => someEmail().replace('@', `+${tag}@`));
    const listen = hear(service);
    await listen(sesEvent('bounce', person ?? ''));
    expect((await service.send({ email: person })).status).toBe(200);
    await listen(sesEvent('bounce', person ?? ''));
    expect((await service.send({ email: other })).status).toBe(200);
  });
});

test('a number is refused by nothing of this, and a text that fails names email', async () => {
  const service = await startService(services, { ...marking, AWS_ENDPOINT_URL_SNS: 'http://127.0.0.1:9' });
  const { body } = await service.send({ phone: somePhone() });
  expect(body).toMatchObject({ code: 30101203 });
});

test('each event is one count and, unless it is a delivery, one line, with neither address nor subject', async () => {
  const lines: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const email = someEmail();
  const listen = emailEvents(readEmailEventsConfig({ SERVICE_NAME: 'acme' }), createRuntime('acme'));
  for (const kind of ['delivery', 'bounce', 'complaint', 'reject', 'send'] as const)
    await listen(sesEvent(kind, email));
  await listen(sesEvent('bounce', email, { bounceType: 'Transient', bounceSubType: 'MailboxFull' }));
  await listen({ detail: 'nothing that SES says' });
  write.mockRestore();
  const read = lines.map((line) => JSON.parse(line));
  expect(read.filter((line) => line._aws).map(({ event }) => event)).toEqual([
    ...['delivery', 'bounce', 'complaint', 'reject', 'soft-bounce'],
  ]);
  expect(read.filter((line) => !line._aws).map(({ event, why }) => [event, why])).toEqual([
    ['bounce', 'General'],
    ['complaint', 'abuse'],
    ['reject', undefined],
    ['soft-bounce', 'MailboxFull'],
  ]);
  expect(lines.join('')).not.toContain(email);
  expect(lines.join('')).not.toContain('is your code');
});

test('the function does not start with a bad setting, and says which', () => {
  expect(() => readEmailEventsConfig({ BOUNCE_MARK: 'yes' })).toThrow('BOUNCE_MARK must be on or off');
  expect(() => readEmailEventsConfig(marking)).toThrow(/TABLE_NAME is required\n.*LOGIN_CODE_SECRET is required/);
});
