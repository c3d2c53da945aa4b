import { describe, expect, test } from '@jest/globals';
import { callerFromIp } from '../../lib/core/caller.ts';
import type { ChallengeId, IdempotencyKey } from '../../lib/core/challenge-id.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Target } from '../../lib/core/target.ts';
import { day, hour, minute, second } from '../../lib/core/time.ts';
import { createSend } from '../../lib/flows/send.ts';
import { type BothHalves, sendCode, setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { someEmail } from '../support/people.ts';
import { secret } from '../support/recorded.ts';

const wrong = '0123456789' as Passcode;
const email = targetOf({ email: someEmail() });
const [attacker, another] = [callerFromIp('198.51.100.1'), callerFromIp('198.51.100.2')];

/** The limits that are in force unless set. */
const policy = {
  ...somePolicy,
  callerLimits: [],
  verifyCallerLimits: [],
  targetLimits: [
    { max: 5, window: hour },
    { max: 10, window: day },
  ],
  targetCallerLimits: [
    { max: 1, window: minute },
    { max: 3, window: hour },
    { max: 4, window: day },
  ],
  deviceLimits: [
    { max: 1, window: 30 * second },
    { max: 5, window: 10 * minute },
    { max: 10, window: hour },
    { max: 20, window: day },
  ],
};

/** Signs in, and gives the token the device keeps. */
async function becomeKnown(both: BothHalves, target: Target, deviceToken?: string): Promise<string> {
  const result = await both.verify(target, await sendCode(both, target, { deviceToken }));
  if (result.outcome !== 'verified' || !result.deviceToken) throw new Error(result.outcome);
  return result.deviceToken;
}

/** Wrong codes for challenges of this caller, as many as it may. */
async function answerWrongly(both: BothHalves, target: Target, times: number, caller = attacker): Promise<number> {
  let answered = 0;
  while (answered < times) {
    const result = await both.send(target, { caller });
    if (result.outcome !== 'sent') break;
    for (let i = 0; i < 5 && answered < times; i++) {
      const { challengeId } = result;
      if ((await both.verify(target, { challengeId, code: wrong, caller })).outcome === 'wrong') answered++;
    }
    both.clock.now += 20 * minute;
  }
  return answered;
}

describe("a caller's share of a target", () => {
  test('leaves room for others: whoever asks first does not make the person wait', async () => {
    const both = setUpBoth(policy);
    await sendCode(both, email, { caller: attacker });
    expect((await both.send(email)).outcome).toBe('sent');
  });

  test('is all that one address that obeys Retry-After can take: the person gets every code for a week', async () => {
    const both = setUpBoth(policy);
    const end = both.clock.now + 7 * day;
    let [attackersNext, personsNext, got, asked] = [0, 0, 0, 0];
    while (both.clock.now < end) {
      if (both.clock.now >= attackersNext) {
        const result = await both.send(email, { caller: attacker });
        attackersNext = result.outcome === 'denied' ? result.denial.until : both.clock.now;
      }
      if (both.clock.now >= personsNext) {
        asked++;
        got += (await both.send(email)).outcome === 'sent' ? 1 : 0;
        personsNext = both.clock.now + 8 * hour;
      }
      both.clock.now += minute;
    }
    expect([got, asked]).toEqual([21, 21]);
  });

  test('is denied by its own name, and only to that caller', async () => {
    const both = setUpBoth(policy);
    await sendCode(both, email, { caller: attacker });
    both.clock.now += 11 * second;
    const denied = { outcome: 'denied', denial: { limiter: 'target-caller', limit: { max: 1, window: minute } } };
    expect(await both.send(email, { caller: attacker })).toMatchObject(denied);
    expect(await both.send(email, { caller: attacker })).toMatchObject(denied);
    expect((await both.send(email, { caller: another })).outcome).toBe('sent');
  });

  test('ends for 30 days with its tenth wrong code, before it locks anybody', async () => {
    const both = setUpBoth(policy);
    const began = both.clock.now;
    expect(await answerWrongly(both, email, 25)).toBe(10);
    const denied = await both.send(email, { caller: attacker });
    expect(denied).toMatchObject({ outcome: 'denied', denial: { limiter: 'target-caller' } });
    if (denied.outcome === 'denied') expect(denied.denial.limit).toBeUndefined();
    expect((await both.send(email)).outcome).toBe('sent');
    both.clock.now = began + 29 * day;
    expect((await both.send(email, { caller: attacker })).outcome).toBe('denied');
    both.clock.now = began + 30 * day + hour;
    expect((await both.send(email, { caller: attacker })).outcome).toBe('sent');
  });

  test('is given back whole with a right code for a challenge of that caller', async () => {
    const both = setUpBoth(policy);
    expect(await answerWrongly(both, email, 9, someCaller)).toBe(9);
    both.clock.now += day;
    await becomeKnown(both, email);
    both.clock.now += day;
    expect(await answerWrongly(both, email, 9, someCaller)).toBe(9);
  });
});

describe('wrong codes', () => {
  const [dave, tagged] = ['dave@corp.example', 'dave+q@corp.example'].map((address) =>
    targetOf({ email: secret(address) }),
  ) as [Target, Target];

  test('of one address lock nobody, neither the person nor one who counts as the same target', async () => {
    const both = setUpBoth(policy);
    await answerWrongly(both, tagged, 91);
    both.clock.now += 2 * day;
    expect((await both.send(dave)).outcome).toBe('sent');
    expect((await both.send(tagged, { caller: another })).outcome).toBe('sent');
  });

  test("of many addresses lock that person's codes for strangers, and nobody else's", async () => {
    const both = setUpBoth(policy);
    for (let i = 0; i < 5; i++) {
      await answerWrongly(both, tagged, 5, callerFromIp(`198.51.100.${i}`));
      both.clock.now += 3 * hour;
    }
    expect(await both.send(tagged)).toMatchObject({ outcome: 'denied', denial: { limiter: 'target' } });
    both.clock.now += 12 * hour; // the ten of a day are used up as well
    expect((await both.send(dave)).outcome).toBe('sent');
  });

  test('for a code that a known device asked for count for the known devices', async () => {
    const both = setUpBoth(policy);
    const deviceToken = await becomeKnown(both, email);
    for (let i = 0; i < 2; i++) {
      both.clock.now += minute;
      const { challengeId } = await sendCode(both, email, { deviceToken });
      for (let j = 0; j < 5; j++) await both.verify(email, { challengeId, code: wrong });
    }
    both.clock.now += hour;
    const windows = [...both.table.windows].map(([key, { failures }]) => [
      key.split('#')[0],
      [...failures.values()].map(({ length }) => length),
    ]);
    expect(windows).toEqual([
      ['target', []],
      ['devices', [10]],
    ]);
    // Locked, the device counts as a stranger.
    await sendCode(both, email, { deviceToken });
    expect([...both.table.challenges.values()].at(-1)?.counting.window).toBe('target');
  });
});

describe('when strangers have used their part of a budget', () => {
  const capped = { ...policy, targetLimits: [], targetCallerLimits: [] };

  test('a known device is served until the whole of it is spent', async () => {
    const both = setUpBoth(capped);
    const deviceToken = await becomeKnown(both, email);
    const email10 = createSend({ ...both.sending, email: { budget: 10, deliver: async () => 'sent' } }, capped);
    const send = (token?: string) => email10({ target: email, caller: someCaller, locale: 'en', deviceToken: token });
    for (let i = 0; i < 8; i++) expect((await send()).outcome).toBe('sent');
    const denied = { limiter: 'email-budget', limit: { max: 8, window: day }, until: both.clock.now + 12 * hour };
    expect(await send()).toEqual({ outcome: 'denied', denial: denied });
    expect(await send()).toEqual({ outcome: 'denied', denial: denied });
    for (let i = 0; i < 2; i++) {
      expect((await send(deviceToken)).outcome).toBe('sent');
      both.clock.now += 30 * second;
    }
    expect(await send(deviceToken)).toMatchObject({ denial: { limiter: 'email-budget', limit: { max: 10 } } });
    expect(both.halfSpent).toEqual(['email#2026-11-22']);
  });
});

describe('a known device', () => {
  test('gets its code while strangers have used up the day', async () => {
    const both = setUpBoth(policy);
    const deviceToken = await becomeKnown(both, email);
    for (let i = 0; i < 9; i++) {
      both.clock.now += 13 * minute;
      await sendCode(both, email, { caller: callerFromIp(`198.51.100.${i}`) });
    }
    expect(await both.send(email, { caller: another })).toMatchObject({ denial: { limiter: 'target' } });
    for (let i = 0; i < 5; i++) {
      await becomeKnown(both, email, deviceToken);
      both.clock.now += 30 * second;
    }
  });

  test('gets its code while strangers have locked the person', async () => {
    const both = setUpBoth(policy);
    const deviceToken = await becomeKnown(both, email);
    for (let i = 0; i < 5; i++) await answerWrongly(both, email, 5, callerFromIp(`198.51.100.${i}`));
    expect(await both.send(email)).toMatchObject({ outcome: 'denied', denial: { limiter: 'target' } });
    expect((await both.send(email, { deviceToken })).outcome).toBe('sent');
  });

  test('has limits of its own, by its own name', async () => {
    const both = setUpBoth(policy);
    const deviceToken = await becomeKnown(both, email);
    await sendCode(both, email, { deviceToken });
    expect(await both.send(email, { deviceToken })).toMatchObject({
      outcome: 'denied',
      denial: { limiter: 'device', limit: { max: 1, window: 30 * second }, until: both.clock.now + 30 * second },
    });
  });

  test('keeps its name when it signs in again, and any other becomes one of its own', async () => {
    const both = setUpBoth(policy);
    const deviceOf = (token: string) => Buffer.from(token, 'base64url').subarray(3, 15).toString('hex');
    const first = await becomeKnown(both, email);
    both.clock.now += 2 * day;
    const again = await becomeKnown(both, email, first);
    expect([again === first, deviceOf(again)]).toEqual([false, deviceOf(first)]);
    both.clock.now += 2 * day;
    expect(deviceOf(await becomeKnown(both, email))).not.toBe(deviceOf(first));
  });

  test.each<[string, (both: BothHalves, token: string) => Promise<[Target, string]>]>([
    ["with another person's token", async (_, token) => [targetOf({ email: someEmail() }), token]],
    [
      'with no token at all',
      async (both) => {
        both.clock.now += minute;
        return [email, 'nothing of ours'];
      },
    ],
    [
      'with one that is over',
      async (both, token) => {
        both.clock.now += 182 * day;
        return [email, token];
      },
    ],
  ])('is a stranger %s', async (_, of) => {
    const both = setUpBoth(policy);
    const [target, deviceToken] = await of(both, await becomeKnown(both, email));
    await sendCode(both, target, { deviceToken });
    expect([...both.table.challenges.values()].at(-1)?.counting.window).toBe('target');
  });

  test('is nobody where devices are off: no token is given, and none is taken', async () => {
    const known = await becomeKnown(setUpBoth(policy), email);
    const off = setUpBoth({ ...policy, devices: undefined });
    const result = await off.verify(email, await sendCode(off, email, { deviceToken: known }));
    expect(result).toMatchObject({ outcome: 'verified', deviceToken: undefined });
    expect([...off.table.windows.keys()].map((key) => key.split('#')[0])).toEqual(['target']);
  });

  test('that asks again with the same Idempotency-Key gets the first answer, with or without its token', async () => {
    const both = setUpBoth(policy);
    const deviceToken = await becomeKnown(both, email);
    const idempotencyKey = 'k'.repeat(16) as IdempotencyKey;
    const { challengeId } = await sendCode(both, email, { deviceToken, idempotencyKey });
    for (const token of [deviceToken, undefined]) {
      const repeat = await both.send(email, { deviceToken: token, idempotencyKey });
      expect(repeat).toMatchObject({ outcome: 'repeated', first: { challengeId } });
    }
  });

  test('that asks for the same code again counts as known, and the challenge keeps its window', async () => {
    const both = setUpBoth(policy);
    const stranger: { challengeId: ChallengeId } = await sendCode(both, email);
    const deviceToken = await becomeKnown(both, email, undefined).catch(() => undefined);
    expect(deviceToken).toBeUndefined(); // one a minute
    both.clock.now += minute;
    const known = await becomeKnown(both, email);
    await sendCode(both, email, { challengeId: stranger.challengeId, deviceToken: known });
    const [first] = both.table.challenges.values();
    expect(first?.counting.window).toBe('target');
    expect([...both.table.windows.keys()].map((key) => key.split('#')[0])).toEqual(['target', 'devices']);
  });
});
