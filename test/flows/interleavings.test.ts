import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChallengeId, IdempotencyKey } from '../../lib/core/challenge-id.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Target } from '../../lib/core/target.ts';
import { type Millis, minute, second } from '../../lib/core/time.ts';
import { createSend } from '../../lib/flows/send.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { type Fate, fateful, fates } from '../support/fate.ts';
import { staysWithin } from '../support/histories.ts';
import type { ModelChallenge } from '../support/model-table.ts';
import { secret } from '../support/recorded.ts';
import { rounds } from '../support/rounds.ts';

const ttl = 100 * second;
const attempts = 3;
const policy = {
  ...somePolicy,
  code: { length: 10, ttl, attempts },
  targetLimits: [{ max: 3, window: 30 * second }],
  callerLimits: [{ max: 9, window: minute }],
  verifyCallerLimits: [{ max: 30, window: minute }],
};

/** Both count as one target, and are two people. */
const people = ['bob@corp.example', 'bob+x@corp.example'].map((email) => targetOf({ email: secret(email) })) as [
  Target,
  Target,
];

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
  which: fc.nat({ max: 20 }),
});

/** One life of one challenge: an Idempotency-Key can bring the same id to life again. */
const lifeOf = ({ key, issuedBy }: ModelChallenge): string => `${key} ${issuedBy}`;

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

let verifiedInAll = 0;
let repeatedInAll = 0;
let resentInAll = 0;

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
        const wentOut: { target: Target; code: Passcode; byTarget: Millis; byCaller: Millis }[] = [];
        const keyed: { id: string; askedAt: Millis }[] = [];
        const running: Promise<unknown>[] = [];
        const next = (): Fate => {
          laws.attemptsNeverRise();
          return fate.next().value;
        };

        const send = async (target: Target, challengeId?: ChallengeId, key?: IdempotencyKey): Promise<void> => {
          const fated = fateful(table, next, s);
          const counted: Millis[] = [];
          let code: Passcode | undefined;
          const flow = createSend(
            {
              ...both.sending,
              table: {
                ...fated,
                async hit(...hit) {
                  const answer = await fated.hit(...hit);
                  if (answer.accepted) counted.push(hit[1]);
                  return answer;
                },
                async putChallenge(challenge) {
                  if (key) expect(counted).toHaveLength(2); // so that its being there tells a repeat that it may be told so
                  return fated.putChallenge(challenge);
                },
              },
              email: async (_, { passcode, askedAt }) => {
                const outcome = outcomes.next().value;
                await s.schedule(Promise.resolve(outcome));
                const [byCaller = Number.NaN, byTarget = Number.NaN] = counted;
                expect(counted).toHaveLength(2);
                if (outcome === 'not-sent') return outcome;
                code = passcode;
                wentOut.push({ target, code, byTarget, byCaller });
                if (key && !challengeId) keyed.push({ id: `${target.canonical} ${key}`, askedAt });
                return outcome;
              },
            },
            policy,
          );
          const result = await flow({ target, caller: someCaller, locale: 'en', challengeId, idempotencyKey: key });
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
          verifiedInAll++;
        };

        for (const { before, gap, act, who, which } of steps) {
          if (before === 'finish') await s.waitIdle();
          if (before === 'advance' && s.count() > 0) await s.waitOne();
          clock.now += gap;
          const [target, other] = who === 0 ? people : people.toReversed();
          const message = held.at(which % Math.max(1, held.length));
          if (!target || !other) throw new Error('two people');
          if (act === 'send') running.push(send(target));
          if (act === 'keyed') running.push(send(target, undefined, `${which % 2}`.repeat(16) as IdempotencyKey));
          if (!message) continue;
          const { challengeId, code } = message;
          if (act === 'resend') running.push(send(message.target, challengeId));
          if (act === 'verify') running.push(verify(message.target, challengeId, code));
          if (act === 'verify wrong') running.push(verify(message.target, challengeId, '0123456789' as Passcode));
          if (act === 'cross') running.push(verify(message.target === target ? other : target, challengeId, code));
        }

        for (const ended of await s.waitFor(Promise.allSettled(running))) {
          if (ended.status === 'rejected') expect(ended.reason.message).toMatch(/^(died|Too late to use up the code)$/);
        }
        laws.attemptsNeverRise();
        for (const { id, askedAt } of keyed) {
          const near = keyed.filter((other) => other.id === id && Math.abs(other.askedAt - askedAt) < ttl);
          expect(near).toHaveLength(1);
        }
        staysWithin(
          policy.targetLimits,
          wentOut.map(({ byTarget }) => byTarget),
        );
        staysWithin(
          policy.callerLimits,
          wentOut.map(({ byCaller }) => byCaller),
        );
      },
    ),
    { numRuns: rounds(3_000) },
  );
  // Else it would show nothing.
  expect(Math.min(verifiedInAll, repeatedInAll, resentInAll)).toBeGreaterThan(rounds(100));
});
