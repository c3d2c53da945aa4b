import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerFromIp } from '../../lib/core/caller.ts';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { CodeMessage, Delivery } from '../../lib/core/message.ts';
import { parsePhoneNumber } from '../../lib/core/phone-number.ts';
import type { Target } from '../../lib/core/target.ts';
import { hour, type Millis, minute, second } from '../../lib/core/time.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend, type SendDeps, type SendPolicy, type SendTable } from '../../lib/flows/send.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { fateful, fates } from '../support/fate.ts';
import { limitsOf, staysWithin } from '../support/histories.ts';
import { createModelTable, type ModelTable } from '../support/model-table.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { rounds } from '../support/rounds.ts';

const keys = keysFromOneSecret('s'.repeat(32));
const caller = callerFromIp('192.0.2.7');
const start = Date.UTC(2026, 10, 22, 12);

const policy: SendPolicy = {
  code: { length: 10, ttl: 10 * minute, attempts: 5 },
  callerLimits: [{ max: 20, window: minute }],
  targetLimits: [{ max: 1, window: minute }],
  targetCallerLimits: [],
  deviceLimits: [],
  devices: undefined,
};

const targetOf = (address: { email: string } | { phone: string }): Target => {
  const target = 'email' in address ? parseEmailAddress(address.email) : parsePhoneNumber(address.phone);
  if (typeof target === 'string') throw new Error('not a target');
  return target;
};

interface Setup {
  table?: ModelTable;
  delivery?: (target: Target) => Promise<Delivery>;
  policy?: SendPolicy;
  budgets?: ReadonlyMap<string, number>;
}

/** The flow over the model table, with a clock to turn. */
function setUp({ table = createModelTable(), delivery = async () => 'sent', budgets, ...rest }: Setup = {}) {
  const clock = { now: start };
  const deps: SendDeps = {
    table,
    email: { budget: undefined, deliver: delivery },
    onHalfSpent() {},
    guard: 'block',
    onSuspect() {},
    sms: { budgets: budgets ?? new Map([['*', 1_000]]), deliver: delivery },
    denials: createDenials(),
    keys: async () => keys,
    now: () => clock.now,
    random: randomBytes,
    report() {},
  };
  const flow = createSend(deps, rest.policy ?? policy);
  return { clock, table, deps, send: (target: Target) => flow({ target, caller, locale: 'en' }) };
}

describe('a delivery', () => {
  const email = targetOf({ email: someEmail() });

  test('that definitely failed gives the target its place back, and the caller not', async () => {
    const outcomes: Delivery[] = ['not-sent', 'sent'];
    const { send, table } = setUp({ delivery: async () => outcomes.shift() ?? 'sent' });
    expect(await send(email)).toEqual({ outcome: 'not-sent' });
    expect(await send(email)).toMatchObject({ outcome: 'sent' });
    expect([...table.windows.values()].map(({ hits }) => hits.length)).toEqual([2, 1]);
  });

  test('of unknown outcome counts, and its challenge can be used', async () => {
    const { send, table } = setUp({ delivery: async () => 'unknown' });
    expect(await send(email)).toEqual({ outcome: 'unknown', challengeId: expect.stringMatching(/^[\w-]{22}$/) });
    expect(table.challenges.size).toBe(1);
    expect(await send(email)).toMatchObject({
      outcome: 'denied',
      denial: { limiter: 'target', until: start + minute },
    });
  });

  test('tells of the code that was stored: how long it lives, and when it was asked for', async () => {
    const messages: CodeMessage[] = [];
    const { clock, deps, table } = setUp();
    const keysTakeLong = async () => {
      clock.now += second;
      return keys;
    };
    const told: Deliver<Target> = async (_, message) => {
      messages.push(message);
      return 'sent';
    };
    await createSend(
      { ...deps, email: { budget: undefined, deliver: told }, keys: keysTakeLong },
      policy,
    )({ target: email, caller, locale: 'en' });
    const [challenge] = table.challenges.values();
    expect(messages).toEqual([
      { passcode: expect.stringMatching(/^\d{10}$/), lifetime: 10 * minute, askedAt: challenge?.issuedAt },
    ]);
    expect(challenge?.issuedAt).toBe(start + second);
  });

  test('is not begun when it could outlast the deadline', async () => {
    const { send, clock, deps } = setUp({
      delivery: async () => {
        throw new Error('began');
      },
    });
    const slow: SendTable = {
      ...deps.table,
      async putChallenge(challenge) {
        clock.now += 3 * second + 751;
        return deps.table.putChallenge(challenge);
      },
    };
    const late = createSend({ ...deps, table: slow }, policy);
    expect(await late({ target: email, caller, locale: 'en' })).toEqual({ outcome: 'not-sent' });
    await expect(send(email)).rejects.toThrow('began');
  });
});

describe('never fails open:', () => {
  const email = targetOf({ email: someEmail() });
  const broken = async (): Promise<never> => {
    throw new Error('unreachable');
  };

  test.each(['hit', 'putChallenge'] as const)('nothing is sent when the table cannot take a %s', async (method) => {
    let sends = 0;
    const { deps } = setUp({
      delivery: async () => {
        sends++;
        return 'sent';
      },
    });
    const flow = createSend({ ...deps, table: { ...deps.table, [method]: broken } }, policy);
    await expect(flow({ target: email, caller, locale: 'en' })).rejects.toThrow('unreachable');
    expect(sends).toBe(0);
  });

  test('nothing is sent or counted when the keys cannot be had', async () => {
    let sends = 0;
    const { deps, table } = setUp({
      delivery: async () => {
        sends++;
        return 'sent';
      },
    });
    const flow = createSend({ ...deps, keys: broken }, policy);
    await expect(flow({ target: email, caller, locale: 'en' })).rejects.toThrow('unreachable');
    expect([sends, table.windows.size]).toEqual([0, 0]);
  });

  test('no text is sent when its budget cannot be counted', async () => {
    let sends = 0;
    const { deps } = setUp({
      delivery: async () => {
        sends++;
        return 'sent';
      },
    });
    const flow = createSend({ ...deps, table: { ...deps.table, spend: broken } }, policy);
    const target = targetOf({ phone: somePhone() });
    await expect(flow({ target, caller, locale: 'en' })).rejects.toThrow('unreachable');
    expect(sends).toBe(0);
  });
});

describe('texts', () => {
  test('to a country off the list are refused before any call', async () => {
    const { deps, send } = setUp({ budgets: new Map([['DE', 5]]) });
    const silent = createSend(
      { ...deps, table: new Proxy(deps.table, { get: () => undefined }), keys: async () => keys },
      policy,
    );
    const target = targetOf({ phone: somePhone() });
    expect(await silent({ target, caller, locale: 'en' })).toEqual({ outcome: 'unsupported', channel: 'sms' });
    expect(await send(targetOf({ phone: secret('+4915123456789') }))).toMatchObject({ outcome: 'sent' });
  });

  test("past the country's budget wait for the next UTC day, cost the target nothing, and are remembered", async () => {
    const { send, clock, table } = setUp({
      budgets: new Map([
        ['US', 2],
        ['*', 1],
      ]),
    });
    await send(targetOf({ phone: somePhone() }));
    await send(targetOf({ phone: somePhone() }));
    const third = targetOf({ phone: somePhone() });
    const denied = {
      outcome: 'denied',
      denial: { limiter: 'sms-budget', limit: { max: 2, window: 24 * hour }, until: start + 12 * hour },
    };

    const marksOfTargets = () =>
      [...table.windows].filter(([key]) => key.startsWith('target#')).flatMap(([, { hits }]) => hits);
    expect(await send(third)).toEqual(denied);
    expect(marksOfTargets()).toHaveLength(2);
    clock.now += hour;
    expect(await send(third)).toEqual(denied);
    expect(marksOfTargets()).toHaveLength(2);

    expect(await send(targetOf({ phone: secret('+4915123456789') }))).toMatchObject({ outcome: 'sent' });
    clock.now += 11 * hour;
    expect(await send(third)).toMatchObject({ outcome: 'sent' });
  });
});

describe('over any interleaving of sends, lost answers, retries and crashes', () => {
  const email = targetOf({ email: someEmail() });
  const phone = targetOf({ phone: somePhone() });

  test('never sends more than the limits allow, never uncounted, never a code that is not stored', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        limitsOf(3),
        limitsOf(5),
        fc.array(
          fc.record({
            before: fc.constantFrom('overlap', 'advance', 'finish', 'finish'),
            gap: fc.constantFrom(0, 0, 1_000, 7_000),
            sms: fc.boolean(),
          }),
          { minLength: 2, maxLength: 9 },
        ),
        fc.infiniteStream(fates),
        fc.infiniteStream(fc.constantFrom<Delivery>('sent', 'not-sent', 'unknown')),
        async (s, targetLimits, callerLimits, asks, fate, outcomes) => {
          const limited = { ...policy, targetLimits, callerLimits };
          const { deps, table, clock } = setUp({ policy: limited });
          const wentOut: { target: Target; byCaller: Millis; byTarget: Millis }[] = [];
          const sends: Promise<unknown>[] = [];

          for (const { before, gap, sms } of asks) {
            if (before === 'finish') await s.waitIdle();
            if (before === 'advance' && s.count() > 0) await s.waitOne();
            clock.now += gap;

            const target = sms ? phone : email;
            const counted: Millis[] = [];
            const deliver = async (): Promise<Delivery> => {
              const outcome = outcomes.next().value;
              await s.schedule(Promise.resolve(outcome));
              const [byCaller, byTarget] = counted;
              if (byCaller === undefined || byTarget === undefined) throw new Error('sent uncounted');
              if (outcome !== 'not-sent') wentOut.push({ target, byCaller, byTarget });
              if (table.challenges.size < wentOut.length) throw new Error('sent before it was stored');
              return outcome;
            };
            const fated = fateful(table, () => fate.next().value, s);
            const hit: SendTable['hit'] = async (window, now, id) => {
              const answer = await fated.hit(window, now, id);
              if (answer.accepted) counted.push(now);
              return answer;
            };
            const texting = { budgets: new Map([['*', 2]]), deliver };
            const flow = createSend(
              { ...deps, table: { ...fated, hit }, email: { budget: undefined, deliver }, sms: texting },
              limited,
            );
            sends.push(flow({ target, caller, locale: 'en' }));
          }

          for (const sent of await s.waitFor(Promise.allSettled(sends))) {
            if (sent.status === 'rejected') expect(sent.reason.message).toMatch(/^(died|Too late to send)$/);
          }
          const texts = wentOut.filter(({ target }) => target === phone);
          const mails = wentOut.filter(({ target }) => target === email);
          staysWithin(
            targetLimits,
            texts.map(({ byTarget }) => byTarget),
          );
          staysWithin(
            targetLimits,
            mails.map(({ byTarget }) => byTarget),
          );
          staysWithin(
            callerLimits,
            wentOut.map(({ byCaller }) => byCaller),
          );
          expect(texts.length).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: rounds(10_000) },
    );
  });
});
