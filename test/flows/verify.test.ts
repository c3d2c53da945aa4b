import { describe, expect, test } from '@jest/globals';
import type { ChallengeId } from '../../lib/core/challenge-id.ts';
import { keysFromSecrets } from '../../lib/core/keys.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import { day, hour, type Millis, minute } from '../../lib/core/time.ts';
import { createSend } from '../../lib/flows/send.ts';
import { createVerify, type VerifyTable } from '../../lib/flows/verify.ts';
import { sendCode, setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';

const email = targetOf({ email: someEmail() });
const wrong = '0123456789' as Passcode;

describe('a code', () => {
  test('that is right gives a token, once', async () => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    expect(await both.verify(email, sent)).toMatchObject({
      outcome: 'verified',
      target: email,
      token: { lifetime: 5 * minute },
    });
    expect(await both.verify(email, sent)).toEqual({ outcome: 'over' });
    expect(both.tokens).toHaveLength(1);
  });

  test('that is wrong costs an attempt, and after the last the right one is no longer right', async () => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect(await both.verify(email, { ...sent, code: wrong })).toEqual({ outcome: 'wrong', attemptsLeft });
    }
    expect(await both.verify(email, sent)).toEqual({ outcome: 'over' });
    expect(both.tokens).toHaveLength(0);
  });

  test('works until its last millisecond, and then no more', async () => {
    const both = setUpBoth();
    const [early, late] = [await sendCode(both, email), await sendCode(both, targetOf({ email: someEmail() }))];
    both.clock.now += 10 * minute - 1;
    expect((await both.verify(email, early)).outcome).toBe('verified');
    both.clock.now += 1;
    expect((await both.verify(email, late)).outcome).toBe('over');
  });

  test.each<[string, (id: ChallengeId) => { target: typeof email; challengeId: ChallengeId }]>([
    ['with another challenge', () => ({ target: email, challengeId: 'szUFwSPM-05PlXslJv5vcQ' as ChallengeId })],
    ['for another target', (challengeId) => ({ target: targetOf({ email: someEmail() }), challengeId })],
    [
      'for a target that only counts as the same',
      (challengeId) => ({ target: targetOf({ email: secret(email.canonical.replace('@', '+x@')) }), challengeId }),
    ],
  ])('proves nothing %s, and costs the person no attempt', async (_, of) => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    const { target, challengeId } = of(sent.challengeId);
    expect(await both.verify(target, { challengeId, code: sent.code })).toEqual({ outcome: 'over' });
    const [challenge] = both.table.challenges.values();
    expect(challenge?.attemptsLeft).toBe(5);
  });

  test('works across a rotation of the key that made it, and not once that key is gone', async () => {
    const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(32)) as [string, string, string];
    const both = setUpBoth();
    let held = keysFromSecrets('i'.repeat(32), one);
    const asked: (string | undefined)[] = [];
    const keys = async (id?: string) => {
      asked.push(id);
      return held;
    };
    const send = createSend({ ...both.sending, keys }, { ...somePolicy, targetLimits: [] });
    const verify = createVerify({ ...both.verifying, keys }, somePolicy);
    const codes = [];
    for (const _ of ['first', 'second']) {
      const sent = await send({ target: email, caller: someCaller, locale: 'en' });
      if (sent.outcome !== 'sent') throw new Error(sent.outcome);
      codes.push({ challengeId: sent.challengeId, code: both.messages.at(-1)?.passcode ?? wrong });
    }
    const madeBy = held.code.id;
    const [first, second] = codes.map((sent) => ({ target: email, caller: someCaller, ...sent }));
    if (!first || !second) throw new Error('two were sent');

    held = keysFromSecrets('i'.repeat(32), two, one);
    expect((await verify(first)).outcome).toBe('verified');
    expect(asked.at(-1)).toBe(madeBy);
    held = keysFromSecrets('i'.repeat(32), three, two);
    expect((await verify(second)).outcome).toBe('over');
  });
});

describe('consecutive failures', () => {
  const policy = { ...somePolicy, targetLimits: [], callerLimits: [], verifyCallerLimits: [] };

  async function failTimes(both: ReturnType<typeof setUpBoth>, times: number): Promise<void> {
    for (let i = 0; i < times; i += 5) {
      const sent = await sendCode(both, email);
      for (let j = i; j < Math.min(times, i + 5); j++) await both.verify(email, { ...sent, code: wrong });
    }
  }

  test('lock sending for a day from the twenty-fifth on, though it is not limited otherwise', async () => {
    const both = setUpBoth(policy);
    await failTimes(both, 24);
    expect((await both.send(email)).outcome).toBe('sent');
    await failTimes(both, 1);
    const locked = (until: Millis) => ({ outcome: 'denied', denial: { limiter: 'target', until } });
    const { now } = both.clock;
    expect(await both.send(email)).toEqual(locked(now + day));
    both.clock.now += hour;
    expect(await both.send(email)).toEqual(locked(now + day));
    both.clock.now += 23 * hour;
    expect((await both.send(email)).outcome).toBe('sent');
    await failTimes(both, 1);
    expect(await both.send(email)).toEqual(locked(now + 3 * day));
  });

  test('are forgotten with a right code, which also lifts the lock', async () => {
    const both = setUpBoth(policy);
    const last = await sendCode(both, email);
    await failTimes(both, 25);
    both.clock.now += minute; // a function that stays warm may remember other denials by then
    expect((await both.send(email)).outcome).toBe('denied');
    expect((await both.verify(email, last)).outcome).toBe('verified');
    expect((await both.send(email)).outcome).toBe('sent');
    await failTimes(both, 24);
    expect((await both.send(email)).outcome).toBe('sent');
  });
});

describe('when a part fails,', () => {
  const broken = async (): Promise<never> => {
    throw new Error('unreachable');
  };

  test.each(['hit', 'takeAttempt', 'markUsed'] as const)('nothing is proved when the table cannot %s', async (call) => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    const table: VerifyTable = { ...both.table, [call]: broken };
    const verify = createVerify({ ...both.verifying, table }, somePolicy);
    await expect(verify({ target: email, caller: someCaller, ...sent })).rejects.toThrow('unreachable');
  });

  test('signing burns nothing but an attempt', async () => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    const verify = createVerify({ ...both.verifying, issueToken: broken }, somePolicy);
    await expect(verify({ target: email, caller: someCaller, ...sent })).rejects.toThrow('unreachable');
    expect((await both.verify(email, sent)).outcome).toBe('verified');
    const [challenge] = both.table.challenges.values();
    expect(challenge?.attemptsLeft).toBe(3);
  });

  test('signing that takes too long burns nothing but an attempt either', async () => {
    const both = setUpBoth();
    const sent = await sendCode(both, email);
    const slow = async () => {
      both.clock.now += 5_751;
      return { jwt: 'slow', lifetime: minute };
    };
    const verify = createVerify({ ...both.verifying, issueToken: slow }, somePolicy);
    await expect(verify({ target: email, caller: someCaller, ...sent })).rejects.toThrow('Too late');
    expect((await both.verify(email, sent)).outcome).toBe('verified');
  });

  test('a right code is not lost to what only counts', async () => {
    const phone = targetOf({ phone: somePhone() });
    const both = setUpBoth();
    const sent = await sendCode(both, phone);
    const table: VerifyTable = { ...both.table, clearFailures: broken, countAnswered: broken };
    const verify = createVerify({ ...both.verifying, table }, somePolicy);
    expect((await verify({ target: phone, caller: someCaller, ...sent })).outcome).toBe('verified');
    expect(both.reported).toHaveLength(2);
  });
});

describe('a caller', () => {
  test('is counted for checking by itself, before anything is looked at, and remembered when denied', async () => {
    const both = setUpBoth({ ...somePolicy, verifyCallerLimits: [{ max: 2, window: minute }] });
    const sent = await sendCode(both, email);
    const unknown = { challengeId: 'szUFwSPM-05PlXslJv5vcQ' as ChallengeId, code: wrong };
    await both.verify(email, unknown);
    await both.verify(email, unknown);
    const denied = {
      outcome: 'denied',
      denial: { limiter: 'verify-caller', limit: { max: 2, window: minute }, until: both.clock.now + minute },
    };
    expect(await both.verify(email, sent)).toEqual(denied);
    const silent = new Proxy(both.table, { get: () => undefined });
    const warm = createVerify({ ...both.verifying, table: silent }, somePolicy);
    expect(await warm({ target: email, caller: someCaller, ...sent })).toEqual(denied);
    both.clock.now += minute;
    expect((await both.verify(email, sent)).outcome).toBe('verified');
  });
});

test("a verified text is counted in its country's day and its number block's, and a mail is not", async () => {
  const phone = targetOf({ phone: somePhone() });
  const both = setUpBoth();
  for (const target of [phone, email]) await both.verify(target, await sendCode(both, target));
  expect([...both.table.texts]).toEqual([
    [expect.stringMatching(/^block#[\w-]{43}#2026-11-22$/), { verified: 1, unanswered: 0 }],
    ['sms#*#2026-11-22', { verified: 1, unanswered: 0 }],
  ]);
});
