import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerFromIp } from '../../lib/core/caller.ts';
import { type GuardMode, historyNeeded, minCap } from '../../lib/core/guard.ts';
import type { BudgetKey } from '../../lib/core/item-keys.ts';
import type { Delivery } from '../../lib/core/message.ts';
import { day, hour, minute, second } from '../../lib/core/time.ts';
import { createSend, type SendTable } from '../../lib/flows/send.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { type BothHalves, sendCode, setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { fateful, fates } from '../support/fate.ts';
import { someEmail } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { rounds } from '../support/rounds.ts';

const unlimited = { ...somePolicy, callerLimits: [], targetLimits: [], verifyCallerLimits: [] };
const byCallers = { ...unlimited, callerLimits: [{ max: 100, window: hour }] };
const setUp = (guard: GuardMode, outcome?: () => Delivery) => setUpBoth(unlimited, outcome, guard);

/** One of the ten thousand numbers of a block. */
const numberIn = (block: number, i: number) => {
  const number = `${block}`.padStart(3, '2') + `${i}`.padStart(4, '0');
  return targetOf({ phone: secret(`+1202${number}`) });
};

const today = 'sms#*#2026-11-22' as BudgetKey;
const blocksOf = ({ table }: BothHalves) => [...table.texts].filter(([key]) => key.startsWith('block#'));
const refused = { outcome: 'denied', denial: { limiter: 'sms-guard' } };

/** So many unanswered texts, each to a block of its own. */
async function leaveUnanswered(both: BothHalves, count: number): Promise<void> {
  for (let i = 0; i < count; i++) expect((await both.send(numberIn(300 + i, 1))).outcome).toBe('sent');
}

describe('the guard', () => {
  test('refuses the sixth text to a block that nobody answers, for ten minutes, and other blocks go on', async () => {
    const both = setUp('block');
    for (let i = 0; i < minCap.block; i++) expect((await both.send(numberIn(234, i))).outcome).toBe('sent');
    const sixth = await both.send(numberIn(234, 9));
    expect(sixth).toMatchObject({ ...refused, denial: { until: both.clock.now + 10 * minute } });
    expect(both.suspects).toEqual([{ scope: 'block', budget: today, refused: true }]);
    expect((await both.send(numberIn(235, 1))).outcome).toBe('sent');
  });

  test('refuses the next text to a country where 20 are unanswered, email goes on, and so does the next day', async () => {
    const both = setUp('block');
    await leaveUnanswered(both, minCap.country);
    expect(await both.send(numberIn(234, 1))).toMatchObject(refused);
    expect(both.suspects).toEqual([{ scope: 'country', budget: today, refused: true }]);
    expect((await both.send(targetOf({ email: someEmail() }))).outcome).toBe('sent');
    both.clock.now += 12 * hour;
    expect((await both.send(numberIn(234, 1))).outcome).toBe('sent');
  });

  test('spends nothing with what it refuses', async () => {
    const both = setUp('block');
    await leaveUnanswered(both, minCap.country);
    const before = [...both.table.texts];
    for (let i = 0; i < 3; i++) {
      await both.send(numberIn(240 + i, 1));
      both.clock.now += minute; // no longer remembered
    }
    expect([...both.table.texts].filter(([, { unanswered }]) => unanswered > 0)).toEqual(before);
    expect(both.table.spent.get(today)).toBe(minCap.country);
  });

  test('lets the next one through as soon as one is answered', async () => {
    const both = setUp('block');
    const sent = await sendCode(both, numberIn(234, 0));
    await leaveUnanswered(both, minCap.country - 1);
    expect((await both.send(numberIn(235, 1))).outcome).toBe('denied');
    await both.verify(numberIn(234, 0), sent);
    both.clock.now += minute;
    expect((await both.send(numberIn(235, 1))).outcome).toBe('sent');
  });

  test('lets no known device use up the room of a country: from the fourth text of a day on it is judged', async () => {
    const both = setUp('block');
    const person = numberIn(234, 0);
    const proved = await both.verify(person, await sendCode(both, person));
    const deviceToken = 'deviceToken' in proved ? proved.deviceToken : undefined;
    await leaveUnanswered(both, minCap.country);
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i++) {
      outcomes.push((await both.send(person, { deviceToken })).outcome);
      both.clock.now += 10 * minute;
    }
    expect(outcomes).toEqual([...Array(3).fill('sent'), ...Array(3).fill('denied')]);
    expect(both.table.spent.get(today)).toBe(1 + minCap.country + 3);
  });

  test('never refuses a known device', async () => {
    const both = setUp('block');
    const person = numberIn(234, 0);
    const proved = await both.verify(person, await sendCode(both, person));
    const deviceToken = 'deviceToken' in proved ? proved.deviceToken : undefined;
    await leaveUnanswered(both, minCap.country);
    for (let i = 1; i < 7; i++) await both.send(numberIn(234, i));
    expect((await both.send(person)).outcome).toBe('denied');
    expect((await both.send(person, { deviceToken })).outcome).toBe('sent');
  });

  test('keeps people on other addresses in, when a few addresses pump a country', async () => {
    const both = setUpBoth(byCallers, undefined, 'block');
    const [pump, person] = [callerFromIp('192.0.2.1'), callerFromIp('198.51.100.1')];
    const outcomes: string[] = [];
    for (let i = 0; i < 14; i++) outcomes.push((await both.send(numberIn(300 + i, 1), { caller: pump })).outcome);
    expect(outcomes).toEqual([...Array(minCap.busyCountry).fill('sent'), ...Array(4).fill('denied')]);
    expect((await both.send(numberIn(340, 1), { caller: person })).outcome).toBe('sent');
    expect(both.table.spent.get(today)).toBe(minCap.busyCountry + 1);
  });

  test('remembers what it denies to one busy caller for that caller alone, and without a call', async () => {
    const both = setUpBoth(byCallers, undefined, 'block');
    const pump = callerFromIp('192.0.2.1');
    for (let i = 0; i <= minCap.busyCountry; i++) await both.send(numberIn(300 + i, 1), { caller: pump });
    let hits = 0;
    const hit: SendTable['hit'] = (...asked) => {
      hits++;
      return both.table.hit(...asked);
    };
    const send = createSend({ ...both.sending, table: { ...both.table, hit } }, byCallers);
    const sendFrom = (caller: typeof pump) => send({ target: numberIn(340, 1), caller, locale: 'en' });
    expect(await sendFrom(pump)).toMatchObject(refused);
    expect(hits).toBe(0);
    expect((await sendFrom(callerFromIp('198.51.100.1'))).outcome).toBe('sent');
  });

  test('looks at the days before it refuses, at most every 30 s, and goes by them', async () => {
    const both = setUp('block');
    for (const date of ['20', '21']) both.table.texts.set(`sms#*#2026-11-${date}`, { verified: 100, unanswered: 10 });
    let reads = 0;
    const readDays: SendTable['readDays'] = (keys) => {
      reads++;
      return both.table.readDays(keys);
    };
    const send = createSend({ ...both.sending, table: { ...both.table, readDays } }, unlimited);
    const sendTo = (block: number) => send({ target: numberIn(block, 1), caller: someCaller, locale: 'en' });
    for (let i = 0; i < 30; i++) expect((await sendTo(300 + i)).outcome).toBe('sent');
    expect(reads).toBe(1);
    expect((await sendTo(340)).outcome).toBe('denied');
    expect(reads).toBe(1);
    both.clock.now += minute;
    expect((await sendTo(341)).outcome).toBe('denied');
    expect(reads).toBe(2);
  });

  test('only reports where it watches', async () => {
    const both = setUp('watch');
    await leaveUnanswered(both, minCap.country);
    for (let i = 0; i < 7; i++) expect((await both.send(numberIn(234, i))).outcome).toBe('sent');
    const count = (scope: string) => both.suspects.filter((each) => each.scope === scope && !each.refused).length;
    expect([count('country'), count('block')]).toEqual([7, 2]);
  });

  test('that cannot read the days before refuses nobody where it watches, and sends nothing where it blocks', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('unreachable');
    };
    for (const guard of ['watch', 'block'] as const) {
      const both = setUp(guard);
      await leaveUnanswered(both, minCap.country);
      const send = createSend({ ...both.sending, table: { ...both.table, readDays: broken } }, unlimited);
      const sent = send({ target: numberIn(234, 1), caller: someCaller, locale: 'en' });
      if (guard === 'block') await expect(sent).rejects.toThrow('unreachable');
      else expect((await sent).outcome).toBe('sent');
      expect(both.reported).toHaveLength(guard === 'block' ? 0 : 1);
      expect(both.table.spent.get(today)).toBe(guard === 'block' ? minCap.country : minCap.country + 1);
    }
  });

  test('by default watches for seven days from its first text on, and then blocks', async () => {
    const both = setUp('auto');
    const pump = async () => {
      let sent = 0;
      for (let i = 0; i < 8; i++) if ((await both.send(numberIn(234, i))).outcome === 'sent') sent++;
      return sent;
    };
    expect(await pump()).toBe(8);
    both.clock.now += historyNeeded - second;
    expect(await pump()).toBe(8);
    both.clock.now += day;
    expect(await pump()).toBe(minCap.block);
  });

  test('counts no blocks where it is off', async () => {
    const both = setUp('off');
    await leaveUnanswered(both, minCap.country + 1);
    for (let i = 0; i < 7; i++) expect((await both.send(numberIn(234, i))).outcome).toBe('sent');
    expect([blocksOf(both), both.suspects]).toEqual([[], []]);
  });
});

describe('an answer', () => {
  test('after midnight counts on the day of the text', async () => {
    const both = setUp('block');
    both.clock.now = Date.UTC(2026, 10, 22, 23, 59);
    const sent = await sendCode(both, numberIn(234, 1));
    both.clock.now += 5 * minute;
    expect((await both.verify(numberIn(234, 1), sent)).outcome).toBe('verified');
    expect([...both.table.texts.values()]).toEqual(Array(2).fill({ verified: 1, unanswered: 0 }));
  });

  test('answers one text of a code that was sent again: the other stays unanswered', async () => {
    const both = setUp('block');
    const sent = await sendCode(both, numberIn(234, 1));
    await both.send(numberIn(234, 1), { challengeId: sent.challengeId });
    await both.verify(numberIn(234, 1), sent);
    expect([...both.table.texts.values()]).toEqual(Array(2).fill({ verified: 1, unanswered: 1 }));
  });
});

test('a text that certainly was not sent is not unanswered', async () => {
  const both = setUp('block', () => 'not-sent');
  for (let i = 0; i < 10; i++) expect((await both.send(numberIn(234, i))).outcome).toBe('not-sent');
  expect([...both.table.texts.values()]).toEqual(Array(2).fill({ verified: 0, unanswered: 0 }));
});

const step = fc.record({
  before: fc.constantFrom('overlap', 'advance', 'finish', 'finish'),
  gap: fc.constantFrom(0, 0, second, 31 * second, 2 * minute, 9 * minute),
  act: fc.constantFrom('send', 'send', 'send', 'resend', 'verify', 'verify'),
  who: fc.nat({ max: 7 }),
  which: fc.nat({ max: 20 }),
});
const deliveries = fc.constantFrom<Delivery>('sent', 'sent', 'sent', 'not-sent', 'unknown');
let [answeredInAll, refusedInAll, resentInAll] = [0, 0, 0];

test('over midnight, resends, give-backs, lost answers and crashes, what is unanswered is never negative, never above what was sent, never less than went out unanswered, and never above the cap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 3, maxLength: 24 }),
      fc.infiniteStream(fates),
      fc.infiniteStream(deliveries),
      async (s, steps, fate, outcomes) => {
        const both = setUp('block');
        both.clock.now = Date.UTC(2026, 10, 22, 23, 50);
        const held: Awaited<ReturnType<typeof sendCode>>[] = [];
        const owners: ReturnType<typeof numberIn>[] = [];
        const running: Promise<unknown>[] = [];
        const total = { wentOut: 0, answered: 0 };
        const laws = (): void => {
          for (const [key, { unanswered, verified }] of both.table.texts) {
            expect([unanswered >= 0, verified >= 0]).toEqual([true, true]);
            if (key.startsWith('sms#')) expect(unanswered).toBeLessThanOrEqual(both.table.spent.get(key) ?? 0);
            else expect(unanswered).toBeLessThanOrEqual(minCap.block);
          }
        };
        const next = () => {
          laws();
          return fate.next().value;
        };

        const send = async (who: number, challengeId?: (typeof held)[number]['challengeId']): Promise<void> => {
          const target = numberIn(234, who);
          let passcode: (typeof held)[number]['code'] | undefined;
          const sms: BothHalves['sending']['sms'] = {
            budgets: new Map([['*', 100]]),
            deliver: async (_, message) => {
              const outcome = outcomes.next().value;
              await s.schedule(Promise.resolve(outcome));
              if (outcome === 'not-sent') return outcome;
              total.wentOut++;
              passcode = message.passcode;
              return outcome;
            },
          };
          const flow = createSend({ ...both.sending, sms, table: fateful(both.table, next, s) }, unlimited);
          const result = await flow({ target, caller: someCaller, locale: 'en', challengeId });
          if (result.outcome === 'denied') refusedInAll++;
          if (!passcode || !('challengeId' in result)) return;
          if (result.challengeId === challengeId) resentInAll++;
          held.push({ challengeId: result.challengeId, code: passcode, lifetime: 0 });
          owners.push(target);
        };

        const verify = async (which: number): Promise<void> => {
          const [sent, target] = [held[which % held.length], owners[which % held.length]];
          if (!sent || !target) return;
          const fated = fateful(both.table, next, s);
          const countAnswered: typeof fated.countAnswered = (text) => {
            total.answered++;
            return fated.countAnswered(text);
          };
          const flow = createVerify({ ...both.verifying, table: { ...fated, countAnswered } }, unlimited);
          const result = await flow({ target, caller: someCaller, ...sent });
          if (result.outcome === 'verified') answeredInAll++;
        };

        for (const { before, gap, act, who, which } of steps) {
          if (before === 'finish') await s.waitIdle();
          if (before === 'advance' && s.count() > 0) await s.waitOne();
          both.clock.now += gap;
          if (act === 'send') running.push(send(who));
          if (act === 'resend' && held.length > 0) {
            const i = which % held.length;
            running.push(send(Number(owners[i]?.canonical.slice(-4)), held[i]?.challengeId));
          }
          if (act === 'verify') running.push(verify(which));
        }
        for (const ended of await s.waitFor(Promise.allSettled(running))) {
          if (ended.status === 'rejected') expect(ended.reason.message).toMatch(/^(died|Too late to)/);
        }
        laws();
        const unanswered = blocksOf(both).reduce((sum, [, texts]) => sum + texts.unanswered, 0);
        expect(unanswered).toBeGreaterThanOrEqual(total.wentOut - total.answered);
      },
    ),
    { numRuns: rounds(1_500) },
  );
  // Else it would show nothing.
  expect(Math.min(answeredInAll, refusedInAll, resentInAll)).toBeGreaterThan(rounds(50));
});
