import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDynalite } from '../support/dynamodb.ts';
import { someEmail, someIp } from '../support/people.ts';
import { rounds } from '../support/rounds.ts';
import { type Service, type Services, startService, startServices } from '../support/service.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());

/** On Amazon's own DynamoDB Local a hundred times. */
const times = rounds(isDynalite ? 20 : 100);
const few = rounds(isDynalite ? 10 : 20);

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

describe('of 50 answers to one challenge at once', () => {
  const settings = { TARGET_LIMITS: 'off', CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off' };

  async function answerAtOnce(service: Service, codeOf: (right: string) => string): Promise<string[]> {
    await services.clear();
    const email = someEmail();
    const { body } = await service.send({ email });
    const [message] = await services.messages();
    const code = codeOf(/\d{10}/.exec(message?.text ?? '')?.[0] ?? 'no code');
    const answer = { email, code, challenge_id: body.data.challenge_id };
    const answers = await Promise.all(Array.from({ length: 50 }, () => service.verify(answer)));
    return answers.map(({ body }) => body.i18n_key ?? 'proved');
  }

  test(`that are right, one is proved, ${few} times over`, async () => {
    const service = await startService(services, settings);
    for (let round = 0; round < few; round++) {
      const answers = await answerAtOnce(service, (right) => right);
      expect(answers.filter((answer) => answer === 'proved')).toHaveLength(1);
    }
  });

  test(`that are wrong, no more are judged than it has attempts, ${few} times over`, async () => {
    const service = await startService(services, settings);
    services.takeCalls();
    for (let round = 0; round < few; round++) {
      const answers = await answerAtOnce(service, (right) => `${(Number(right[0]) + 1) % 10}${right.slice(1)}`);
      const judged = answers.filter((answer) => answer === 'error.code_invalid').length;
      expect([judged > 0, judged <= 5, services.takeCalls().Sign]).toEqual([true, true, undefined]);
    }
  });
});

test(`50 sends with one Idempotency-Key at once: one goes out, ${few} times over`, async () => {
  const { send } = await startService(services, { TARGET_LIMITS: 'off', CALLER_LIMITS: 'off' });
  for (let round = 0; round < few; round++) {
    await services.clear();
    const [email, headers] = [someEmail(), { 'Idempotency-Key': `"${randomUUID()}"` }];
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ email }, { headers })));
    const ids = answers.flatMap(({ status, body }) => (status === 200 ? [body.data.challenge_id] : []));
    expect(new Set(ids).size).toBe(1);
    expect(await services.messages()).toHaveLength(1);
  }
});

const statuses = (answers: readonly { status: number }[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]));
