import { describe, expect, test } from '@jest/globals';
import type { ChallengeId, IdempotencyKey } from '../../lib/core/challenge-id.ts';
import type { Delivery } from '../../lib/core/message.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import { minute, second } from '../../lib/core/time.ts';
import { createSend } from '../../lib/flows/send.ts';
import { sendCode, setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';

const email = targetOf({ email: someEmail() });
const wrong = '0123456789' as Passcode;
const unlimited = { ...somePolicy, targetLimits: [], callerLimits: [] };

describe('a resend', () => {
  test('carries the same code, lives as long as before, and gives no attempt back', async () => {
    const both = setUpBoth();
    const first = await sendCode(both, email);
    await both.verify(email, { ...first, code: wrong });
    const [stored] = both.table.challenges.values();
    both.clock.now += 90 * second;
    const again = await sendCode(both, email, { challengeId: first.challengeId });
    expect(again).toEqual({ ...first, lifetime: 510 * second });
    expect([...both.table.challenges.values()]).toEqual([stored]);
    expect(both.messages.map(({ lifetime }) => lifetime)).toEqual([10 * minute, 8 * minute]);
    expect((await both.verify(email, again)).outcome).toBe('verified');
  });

  test('is counted by every limit', async () => {
    const phone = targetOf({ phone: somePhone() });
    const both = setUpBoth();
    const { challengeId } = await sendCode(both, phone);
    expect(await both.send(phone, { challengeId })).toMatchObject({ outcome: 'denied', denial: { limiter: 'target' } });
    both.clock.now += minute;
    await sendCode(both, phone, { challengeId });
    expect([...both.table.spent.values()]).toEqual([2]);
    const marks = [...both.table.windows].map(([key, { hits }]) => [key.split('#')[0], hits.length]);
    expect(marks).toEqual([
      ['caller', 3],
      ['target', 2],
    ]);
  });

  test.each<[string, (both: ReturnType<typeof setUpBoth>, id: ChallengeId, code: Passcode) => unknown]>([
    ['once it was used', (both, challengeId, code) => both.verify(email, { challengeId, code })],
    [
      'once it is exhausted',
      async (both, challengeId) => {
        for (let i = 0; i < 5; i++) await both.verify(email, { challengeId, code: wrong });
      },
    ],
    [
      'in its last minute',
      (both) => {
        both.clock.now += 9 * minute + 1;
      },
    ],
  ])('of a challenge is a new one %s', async (_, end) => {
    const both = setUpBoth(unlimited);
    const first = await sendCode(both, email);
    await end(both, first.challengeId, first.code);
    const next = await sendCode(both, email, { challengeId: first.challengeId });
    expect(next.challengeId).not.toBe(first.challengeId);
    expect(next.code).not.toBe(first.code);
    expect((await both.verify(email, next)).outcome).toBe('verified');
  });

  test("of another's challenge, or of one that never was, is a new one of its own", async () => {
    const both = setUpBoth(unlimited);
    const first = await sendCode(both, email);
    const tagged = targetOf({ email: secret(email.canonical.replace('@', '+x@')) });
    const made = 'szUFwSPM-05PlXslJv5vcQ' as ChallengeId;
    for (const [target, challengeId] of [[tagged, first.challengeId] as const, [tagged, made] as const]) {
      const next = await sendCode(both, target, { challengeId });
      expect([first.challengeId, made]).not.toContain(next.challengeId);
      expect((await both.verify(target, { ...next, code: first.code })).outcome).toBe('wrong');
    }
  });

  test('that certainly failed costs the target nothing, and leaves the challenge as it was', async () => {
    const outcomes: Delivery[] = ['sent', 'not-sent'];
    const both = setUpBoth(unlimited, () => outcomes.shift() ?? 'sent');
    const first = await sendCode(both, email);
    expect(await both.send(email, { challengeId: first.challengeId })).toEqual({ outcome: 'not-sent' });
    expect((await both.verify(email, first)).outcome).toBe('verified');
  });
});

describe('a repeat with the same Idempotency-Key', () => {
  const idempotencyKey = 'k'.repeat(16) as IdempotencyKey;

  test('gets the first answer before limits are asked, and nothing is sent or counted', async () => {
    const both = setUpBoth();
    const first = await sendCode(both, email, { idempotencyKey });
    const windows = structuredClone([...both.table.windows]);
    both.clock.now += 90 * second;
    expect(await both.send(email, { idempotencyKey })).toEqual({
      outcome: 'repeated',
      first: {
        outcome: 'sent',
        target: email,
        challengeId: first.challengeId,
        lifetime: 510 * second,
        callerQuotas: [],
      },
    });
    expect([...both.table.windows]).toEqual(windows);
    expect(both.messages).toHaveLength(1);
  });

  test('is answered until the challenge ends, even when that was used or exhausted', async () => {
    const both = setUpBoth(unlimited);
    const first = await sendCode(both, email, { idempotencyKey });
    await both.verify(email, first);
    both.clock.now += 10 * minute - 1;
    expect((await both.send(email, { idempotencyKey })).outcome).toBe('repeated');
    both.clock.now += 1;
    const next = await sendCode(both, email, { idempotencyKey });
    expect(next.code).not.toBe(first.code);
    expect((await both.verify(email, { ...next, code: first.code })).outcome).toBe('wrong');
    expect((await both.verify(email, next)).outcome).toBe('verified');
  });

  test('is a new try after a delivery that certainly failed, with another code', async () => {
    const outcomes: Delivery[] = ['not-sent', 'sent'];
    const both = setUpBoth(somePolicy, () => outcomes.shift() ?? 'sent');
    expect(await both.send(email, { idempotencyKey })).toEqual({ outcome: 'not-sent' });
    expect(both.table.challenges.size).toBe(0);
    const next = await sendCode(both, email, { idempotencyKey });
    expect((await both.verify(email, next)).outcome).toBe('verified');
  });

  test('is told, after a delivery nobody can tell of, what the first was told', async () => {
    const both = setUpBoth(somePolicy, () => 'unknown');
    const first = await both.send(email, { idempotencyKey });
    expect(first.outcome).toBe('unknown');
    expect(await both.send(email, { idempotencyKey })).toEqual({ outcome: 'repeated', first });
    expect(both.messages).toHaveLength(1);
  });

  test.each([
    ['caller', { ...somePolicy, callerLimits: [{ max: 1, window: minute }] }, someEmail()],
    ['target', somePolicy, undefined],
  ])('is not answered as if it had been sent when the %s had been denied', async (limiter, policy, other) => {
    const both = setUpBoth(policy);
    await sendCode(both, other ? targetOf({ email: other }) : email);
    for (const _ of ['first', 'repeat']) {
      expect(await both.send(email, { idempotencyKey })).toMatchObject({ outcome: 'denied', denial: { limiter } });
    }
    expect(both.table.challenges.size).toBe(1);
    both.clock.now += minute;
    expect((await both.send(email, { idempotencyKey })).outcome).toBe('sent');
  });

  test('is not answered as if it had been sent when the budget was spent', async () => {
    const both = setUpBoth(unlimited);
    const phone = targetOf({ phone: somePhone() });
    const sms = { budgets: new Map([['*', 0]]), deliver: async () => 'sent' as const };
    const send = createSend({ ...both.sending, sms }, unlimited);
    const denied = await send({ target: phone, caller: someCaller, locale: 'en', idempotencyKey });
    expect(denied).toMatchObject({ outcome: 'denied', denial: { limiter: 'sms-budget' } });
    expect(both.table.challenges.size).toBe(0);
  });

  test('for another target is another request', async () => {
    const both = setUpBoth(unlimited);
    const first = await sendCode(both, email, { idempotencyKey });
    const other = await sendCode(both, targetOf({ email: someEmail() }), { idempotencyKey });
    expect(other.challengeId).not.toBe(first.challengeId);
  });

  test('that races with the first is sent by one of them, and counts once for the target', async () => {
    const both = setUpBoth(unlimited);
    const results = await Promise.all(Array.from({ length: 10 }, () => both.send(email, { idempotencyKey })));
    expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(9);
    expect(both.messages).toHaveLength(1);
    const [target] = [...both.table.windows].filter(([key]) => key.startsWith('target#'));
    expect(target?.[1].hits).toHaveLength(1);
  });
});
