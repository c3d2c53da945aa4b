import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createTable } from '../../lib/aws/table.ts';
import { createMeasure, type Measurement, metrics } from '../../lib/runtime/metrics.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { type Services, startService, startServices } from '../support/service.ts';
import {
  type Behaviour,
  dropsConnection,
  jsonError,
  type Stub,
  sesTakesIt,
  startStub,
} from '../support/stub-server.ts';
import { someWindow } from '../support/windows.ts';

let services: Services;
let stub: Stub;
let lines: Record<string, unknown>[];
beforeAll(async () => {
  services = await startServices();
  stub = await startStub(sesTakesIt);
});
beforeEach(() => {
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await Promise.all([services, stub].map((running) => running.close()));
});

/** What CloudWatch would make of the lines written: the values of each metric and of its dimensions. */
function measured(): Record<string, unknown>[] {
  return lines
    .filter((line) => '_aws' in line)
    .map(({ _aws, service, ...rest }) => {
      const { CloudWatchMetrics } = _aws as { CloudWatchMetrics: { Namespace: string; Metrics: { Name: string }[] }[] };
      expect(CloudWatchMetrics.map(({ Namespace }) => Namespace)).toEqual(['login-code']);
      expect(CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name))).toHaveLength(1);
      return rest;
    });
}

const onStub = (behaviour: Behaviour, settings = {}) => {
  stub.behaviour = behaviour;
  return startService(services, { AWS_ENDPOINT_URL_SESV2: stub.url, ...settings });
};

describe('one line is written', () => {
  test('for each message sent, by channel', async () => {
    const { send } = await startService(services);
    await send({ email: someEmail() });
    await send({ phone: somePhone() });
    expect(measured()).toEqual([
      { Sent: 1, channel: 'email' },
      { Sent: 1, channel: 'sms' },
    ]);
  });

  test('for each denial, by the limit that denied', async () => {
    const { send } = await startService(services, { SMS_COUNTRIES: 'US=1', CALLER_LIMITS: '5/1m' });
    const email = someEmail();
    for (const body of [{ email }, { email }, { phone: somePhone() }, { phone: somePhone() }]) await send(body);
    for (const body of [{ email: someEmail() }, { email: someEmail() }]) await send(body);
    expect(measured().filter((line) => 'Denied' in line)).toEqual([
      { Denied: 1, limit: 'target-caller' },
      { Denied: 1, limit: 'sms-budget' },
      { Denied: 1, limit: 'caller' },
    ]);
  });

  test('for each delivery that failed or may have', async () => {
    await (await onStub(jsonError(400, 'BadRequestException'))).send({ email: someEmail() });
    await (await onStub(dropsConnection)).send({ email: someEmail() });
    expect(measured()).toEqual([
      { DeliveryFailed: 1, channel: 'email' },
      { DeliveryUnknown: 1, channel: 'email' },
    ]);
  });

  test('for each code that was right or wrong, by channel, and for a caller denied', async () => {
    await services.clear();
    const service = await startService(services, { VERIFY_CALLER_LIMITS: '3/1m' });
    const email = someEmail();
    const { body } = await service.send({ email });
    const [message] = await services.messages();
    const code = /\d{10}/.exec(message?.text ?? '')?.[0];
    const answer = { email, challenge_id: body.data.challenge_id };
    for (const given of ['0000000000', code, code, code]) await service.verify({ ...answer, code: given });
    expect(measured()).toEqual([
      { Sent: 1, channel: 'email' },
      { VerifyFailed: 1, channel: 'email' },
      { Verified: 1, channel: 'email' },
      { Denied: 1, limit: 'verify-caller' },
    ]);
  });

  test('for no repeat of a send', async () => {
    const { send } = await startService(services);
    const [email, headers] = [someEmail(), { 'Idempotency-Key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' }];
    for (const _ of ['first', 'repeat']) await send({ email }, { headers });
    expect(measured()).toEqual([{ Sent: 1, channel: 'email' }]);
  });

  test('for each attempt the table throttles, those too that a retry makes good', async () => {
    stub.behaviour = jsonError(400, 'ThrottlingException');
    const table = createTable(stub.url, 'codes', { measure: createMeasure('test'), patience: 1 });
    await expect(table.hit(someWindow([]), 0, 'id')).rejects.toThrow();
    expect(measured()).toEqual([{ TableThrottled: 1 }, { TableThrottled: 1 }]);
  });

  test('for nothing else', async () => {
    const { send } = await startService(services);
    await send({});
    await send({ phone: '+18005551234' });
    expect(measured()).toEqual([]);
  });
});

test('every metric says what to do when it moves, and has the dimension it is counted by', () => {
  const all: Measurement[] = [
    { metric: 'Sent', channel: 'email' },
    { metric: 'Denied', limit: 'caller' },
    { metric: 'BudgetHalfSpent', budget: 'email-budget' },
    { metric: 'PumpingSuspected', scope: 'block' },
    { metric: 'DeliveryFailed', channel: 'sms' },
    { metric: 'DeliveryUnknown', channel: 'sms' },
    { metric: 'EmailEvent', event: 'bounce' },
    { metric: 'Verified', channel: 'email' },
    { metric: 'VerifyFailed', channel: 'email' },
    { metric: 'TestTargetUsed', channel: 'sms' },
    { metric: 'HeartbeatFailed', step: 'send' },
    { metric: 'SmsLimit' },
    { metric: 'TableThrottled' },
  ];
  expect(all.map(({ metric }) => metric)).toEqual(Object.keys(metrics));
  for (const { metric, ...kind } of all) {
    expect(Object.keys(kind)).toEqual([metrics[metric].by].filter((by) => by !== undefined));
    expect(metrics[metric].whenItMoves).toMatch(/^\w.+\.$/);
  }
});
