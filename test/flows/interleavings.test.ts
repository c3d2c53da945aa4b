import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerFromIp } from '../../lib/core/caller.ts';
import type { ChallengeId, IdempotencyKey } from '../../lib/core/challenge-id.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Target } from '../../lib/core/target.ts';
import { type Millis, minute, second } from '../../lib/core/time.ts';
import type { Window } from '../../lib/core/window.ts';
import { createSend, type SendRequest } from '../../lib/flows/send.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { type Fate, fateful, fates } from '../support/fate.ts';
import { staysWithin } from '../support/histories.ts';
import type { ModelChallenge, ModelTable } from '../support/model-table.ts';
import { secret } from '../support/recorded.ts';
import { rounds } from '../support/rounds.ts';

const ttl = 100 * second;
const attempts = 3;
const policy = {
  ...somePolicy,
  code: { length: 10, ttl, attempts },
  targetLimits: [{ max: 3, window: 30 * second }],
  targetCallerLimits: [{ max: 2, window: 30 * second }],
  deviceLimits: [{ max: 2, window: 20 * second }],
  callerLimits: [{ max: 9, window: minute }],
  verifyCallerLimits: [{ max: 30, window: minute }],
};

/** Both count as one target, and are two people. */
const people = ['bob@corp.example', 'bob+x@corp.example'].map((email) => targetOf({ email: secret(email) })) as [
  Target,
  Target,
];

const callers = [someCaller, callerFromIp('198.51.100.1')];

const step = fc.record({
  before: fc.constantFrom('overlap', 'advance', 'finish', 'finish', 'finish'),
  gap: fc.constantFrom(0, 0, 0, second, 12 * second, 31 * second, ttl),
  act: fc.constantFrom(
    'send',
    'resend',
    'keyed',
    'keyed',
    'verify',
    'verify',
    'verify',
    'verify',
    'verify wrong',
    'cross',
    'resend',
  ),
  who: fc.nat({ max: 1 }),
  caller: fc.nat({ max: 1 }),
  /** Sent with the token of a device that signed in as this person or as the other one. */
  device: fc.constantFrom('none', 'none', 'own', 'own', 'foreign'),
  which: fc.nat({ max: 20 }),
});

/** One life of one challenge: an Idempotency-Key can bring the same id to life again. */
const lifeOf = ({ key, issuedBy }: ModelChallenge): string => `${key} ${issuedBy}`;

type Asked = Omit<SendRequest, 'target' | 'locale'>;

/** What the person holds after a message came and its request was answered. */
interface Held {
  readonly target: Target;
  readonly challengeId: ChallengeId;
  readonly code: Passcode;
}

/** The laws, checked as things happen. */
function createLaws(challenges: ReadonlyMap<string, ModelChallenge>) {
  const lowest = new Map<string, number>();
  const judged = new Map<string, number>();
  const proved = new Set<string>();
  return {
    attemptsNeverRise() {
      for (const challenge of challenges.values()) {
        const life = lifeOf(challenge);
        const before = lowest.get(life) ?? attempts;
        if (challenge.attemptsLeft < 0 || challenge.attemptsLeft > before) throw new Error('attempts rose or ran out');
        lowest.set(life, challenge.attemptsLeft);
      }
    },
    judge(challenge: ModelChallenge, takenAt: Millis) {
      const times = (judged.get(lifeOf(challenge)) ?? 0) + 1;
      judged.set(lifeOf(challenge), times);
      expect(times).toBeLessThanOrEqual(attempts);
      expect(takenAt).toBeLessThan(challenge.expiresAt);
    },
    prove(challenge: ModelChallenge) {
      expect(proved.has(lifeOf(challenge))).toBe(false);
      proved.add(lifeOf(challenge));
    },
    proved,
  };
}

/** One hit that stands for a message that went out, and what it had to stay within. */
interface Standing {
  readonly at: Millis;
  readonly window: Window;
}

/** No interval holds more than the whole window allows, nor more of one share than that allows. */
function allStaysWithin(standing: readonly Standing[]): void {
  for (const hits of Map.groupBy(standing, ({ window }) => window.key).values()) {
    staysWithin(hits[0]?.window.limits ?? [], hits.map(timeOf));
  }
  for (const hits of Map.groupBy(standing, ({ window: { key, share } }) => `${key} ${share?.tag}`).values()) {
    staysWithin(hits[0]?.window.share?.limits ?? [], hits.map(timeOf));
  }
}

/** Of 6 mails a day strangers may send 5. What went out was counted, and what is given back never more than counted. */
function budgetHolds(mails: readonly Standing[], { spent, strangers }: ModelTable): void {
  const byStrangers = mails.filter(({ window }) => window.limiter === 'target').length;
  const [sent, sentByStrangers] = [[...spent.values()][0] ?? 0, [...strangers.values()][0] ?? 0];
  expect([mails.length <= sent, sent <= 6]).toEqual([true, true]);
  expect([byStrangers <= sentByStrangers, sentByStrangers <= 5]).toEqual([true, true]);
}

const timeOf = ({ at }: Standing): Millis => at;

let verifiedInAll = 0;
let repeatedInAll = 0;
let resentInAll = 0;
let knownInAll = 0;

test('over any interleaving, no code works twice, late or for another, and no guess or message goes uncounted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 3, maxLength: 14 }),
      fc.infiniteStream(fates),
      fc.infiniteStream(fc.constantFrom<Delivery>('sent', 'sent', 'sent', 'not-sent', 'unknown')),
      async (s, steps, fate, outcomes) => {
        const both = setUpBoth(policy);
        const { clock, table } = both;
        const laws = createLaws(table.challenges);
        const held: Held[] = [];
        const wentOut: { target: Target; code: Passcode }[] = [];
        const standing: Standing[] = [];
        const deviceTokens = new Map<Target, string>();
        const keyed: { id: string; askedAt: Millis }[] = [];
        const running: Promise<unknown>[] = [];
        const next = (): Fate => {
          laws.attemptsNeverRise();
          return fate.next().value;
        };

        const send = async (target: Target, asked: Asked): Promise<void> => {
          const { challengeId, idempotencyKey: key } = asked;
          const fated = fateful(table, next, s);
          const counted: Standing[] = [];
          let code: Passcode | undefined;
          const flow = createSend(
            {
              ...both.sending,
              table: {
                ...fated,
                async hit(...hit) {
                  const answer = await fated.hit(...hit);
                  if (answer.accepted) counted.push({ window: hit[0], at: hit[1] });
                  return answer;
                },
                async putChallenge(challenge) {
                  if (key) expect(counted).toHaveLength(2); // so that its being there tells a repeat that it may be told so
                  return fated.putChallenge(challenge);
                },
              },
              email: {
                budget: 6,
                deliver: async (_, { passcode, askedAt }) => {
                  const outcome = outcomes.next().value;
                  await s.schedule(Promise.resolve(outcome));
                  expect(counted).toHaveLength(2);
                  if (outcome === 'not-sent') return outcome;
                  code = passcode;
                  wentOut.push({ target, code });
                  standing.push(...counted);
                  if (counted[1]?.window.limiter === 'devices') knownInAll++;
                  if (key && !challengeId) keyed.push({ id: `${target.canonical} ${key}`, askedAt });
                  return outcome;
                },
              },
            },
            policy,
          );
          const result = await flow({ target, locale: 'en', ...asked });
          const answer = result.outcome === 'repeated' ? result.first : result;
          if (result.outcome === 'repeated') repeatedInAll++;
          if (!('challengeId' in answer)) return;
          if (challengeId === answer.challengeId) resentInAll++;
          if (code) held.push({ target, challengeId: answer.challengeId, code });
        };

        const verify = async (target: Target, challengeId: ChallengeId, code: Passcode): Promise<void> => {
          const fated = fateful(table, next, s);
          let taken: ModelChallenge | undefined;
          let takenAt: Millis = Number.NaN;
          const judge = () => taken && laws.judge(taken, takenAt);
          const flow = createVerify(
            {
              ...both.verifying,
              table: {
                ...fated,
                async takeAttempt(...attempt) {
                  takenAt = attempt[2];
                  taken = await fated.takeAttempt(...attempt);
                  return taken;
                },
                recordFailure(...failure) {
                  judge();
                  return fated.recordFailure(...failure);
                },
              },
              issueToken: async (...of) => {
                judge();
                await s.schedule(Promise.resolve('sign'));
                return both.verifying.issueToken(...of);
              },
            },
            policy,
          );
          const result = await flow({ target, caller: someCaller, challengeId, code });
          if (result.outcome !== 'verified') return;
          expect(taken).toBeDefined();
          if (taken) laws.prove(taken);
          expect(wentOut.some((message) => message.target === target && message.code === code)).toBe(true);
          if (result.deviceToken) deviceTokens.set(target, result.deviceToken);
          verifiedInAll++;
        };

        for (const { before, gap, act, who, which, ...more } of steps) {
          if (before === 'finish') await s.waitIdle();
          if (before === 'advance' && s.count() > 0) await s.waitOne();
          clock.now += gap;
          const [target, other] = who === 0 ? people : people.toReversed();
          const message = held.at(which % Math.max(1, held.length));
          if (!target || !other) throw new Error('two people');
          const caller = callers[more.caller] ?? someCaller;
          const tokenOf = { none: undefined, own: deviceTokens.get(target), foreign: deviceTokens.get(other) };
          const asked = { caller, deviceToken: tokenOf[more.device] };
          const idempotencyKey = `${which % 2}`.repeat(16) as IdempotencyKey;
          if (act === 'send') running.push(send(target, asked));
          if (act === 'keyed') running.push(send(target, { ...asked, idempotencyKey }));
          if (!message) continue;
          const { challengeId, code } = message;
          if (act === 'resend') running.push(send(message.target, { ...asked, challengeId }));
          if (act === 'verify') running.push(verify(message.target, challengeId, code));
          if (act === 'verify wrong') running.push(verify(message.target, challengeId, '0123456789' as Passcode));
          if (act === 'cross') running.push(verify(message.target === target ? other : target, challengeId, code));
        }

        for (const ended of await s.waitFor(Promise.allSettled(running))) {
          if (ended.status === 'rejected')
            expect(ended.reason.message).toMatch(/^(died|Too late to (use up the code|send))$/);
        }
        laws.attemptsNeverRise();
        for (const { id, askedAt } of keyed) {
          const near = keyed.filter((other) => other.id === id && Math.abs(other.askedAt - askedAt) < ttl);
          expect(near).toHaveLength(1);
        }
        allStaysWithin(standing);
        budgetHolds(
          standing.filter(({ window }) => window.limiter !== 'caller'),
          table,
        );
      },
    ),
    { numRuns: rounds(3_000) },
  );
  // Else it would show nothing.
  expect(Math.min(verifiedInAll, repeatedInAll, resentInAll, knownInAll)).toBeGreaterThan(rounds(20));
});
