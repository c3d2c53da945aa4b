import { describe, expect, test } from '@jest/globals';
import type { IdempotencyKey } from '../../lib/core/challenge-id.ts';
import type { Delivery } from '../../lib/core/message.ts';
import { day, hour, minute, second } from '../../lib/core/time.ts';
import { createSend, type SendTable } from '../../lib/flows/send.ts';
import { type BothHalves, setUpBoth, someCaller, somePolicy, targetOf } from '../support/both-halves.ts';
import { someEmail, somePhone } from '../support/people.ts';

const phone = targetOf({ phone: somePhone() });
const email = targetOf({ email: someEmail() });
const idempotencyKey = 'k'.repeat(16) as IdempotencyKey;
const unlimited = { ...somePolicy, callerLimits: [], targetLimits: [] };

/** Hits of targets, and texts counted. */
const counted = ({ table }: BothHalves): [number, number] => [
  [...table.windows].filter(([key]) => key.startsWith('target#')).flatMap(([, { hits }]) => hits).length,
  [...table.spent.values()].reduce((sum, sent) => sum + sent, 0),
];

/** The send half, where parts of the table do something else. */
const sendWith = (both: BothHalves, parts: Partial<SendTable>, policy = somePolicy) =>
  createSend({ ...both.sending, table: { ...both.table, ...parts } }, policy);

const broken = async (): Promise<never> => {
  throw new Error('unreachable');
};

describe('a text that certainly was not sent', () => {
  test('spends nothing: three minutes of refusals leave the country its whole day', async () => {
    const outcomes: Delivery[] = Array.from({ length: 180 }, () => 'not-sent');
    const both = setUpBoth(unlimited, () => outcomes.shift() ?? 'sent');
    for (let i = 0; i < 180; i++) {
      expect((await both.send(phone)).outcome).toBe('not-sent');
      both.clock.now += second;
    }
    expect(counted(both)).toEqual([0, 0]);
    expect((await both.send(phone)).outcome).toBe('sent');
    expect(counted(both)).toEqual([1, 1]);
  });

  test('of unknown outcome stays counted', async () => {
    const both = setUpBoth(unlimited, () => 'unknown');
    await both.send(phone);
    expect(counted(both)).toEqual([1, 1]);
  });
});

describe('whatever ends a request before anything is sent,', () => {
  test.each<[string, keyof SendTable, typeof phone, IdempotencyKey | undefined]>([
    ['the challenge cannot be stored', 'putChallenge', email, undefined],
    ['the challenge of an Idempotency-Key cannot be stored', 'putChallenge', phone, idempotencyKey],
    ['the budget cannot be counted', 'spend', phone, undefined],
  ])('what was counted is given back: %s', async (_, method, target, key) => {
    const both = setUpBoth();
    const send = sendWith(both, { [method]: broken });
    await expect(send({ target, caller: someCaller, locale: 'en', idempotencyKey: key })).rejects.toThrow(
      'unreachable',
    );
    expect(counted(both)).toEqual([0, 0]);
    expect((await both.send(target)).outcome).toBe('sent');
  });

  test('a hit whose answer was lost is given back too', async () => {
    const both = setUpBoth();
    const hit: SendTable['hit'] = async (window, ...rest) => {
      const answer = await both.table.hit(window, ...rest);
      return window.limiter === 'target' ? broken() : answer;
    };
    await expect(sendWith(both, { hit })({ target: email, caller: someCaller, locale: 'en' })).rejects.toThrow();
    expect(counted(both)).toEqual([0, 0]);
  });

  test('another challenge in its place costs nothing', async () => {
    const both = setUpBoth(unlimited);
    await both.send(phone, { idempotencyKey });
    const blind: Partial<SendTable> = { readChallenge: async () => undefined };
    const repeat = await sendWith(
      both,
      blind,
      unlimited,
    )({
      target: phone,
      caller: someCaller,
      locale: 'en',
      idempotencyKey,
    });
    expect(repeat.outcome).toBe('repeated');
    expect(counted(both)).toEqual([1, 1]);
    expect(both.table.challenges.size).toBe(1);
  });

  test('what cannot be given back is reported, and the answer stays what it was', async () => {
    const both = setUpBoth(somePolicy, () => 'not-sent');
    const result = await sendWith(both, { withdraw: broken })({ target: phone, caller: someCaller, locale: 'en' });
    expect(result.outcome).toBe('not-sent');
    expect(both.reported).toEqual([new Error('unreachable')]);
    expect(counted(both)).toEqual([1, 0]);
  });
});

describe('after the deadline', () => {
  test('nothing is given back: others have been told of it since', async () => {
    const both = setUpBoth();
    const spend = async (): Promise<never> => {
      both.clock.now += 8 * second + 1; // as for a function that was frozen and thaws
      throw new Error('unreachable');
    };
    await expect(sendWith(both, { spend })({ target: phone, caller: someCaller, locale: 'en' })).rejects.toThrow();
    expect(counted(both)).toEqual([1, 0]);
  });

  test('nothing is counted for the target', async () => {
    const both = setUpBoth();
    const hit: SendTable['hit'] = async (...asked) => {
      const answer = await both.table.hit(...asked);
      both.clock.now += 8 * second + 1;
      return answer;
    };
    await expect(sendWith(both, { hit })({ target: email, caller: someCaller, locale: 'en' })).rejects.toThrow(
      'Too late to send',
    );
    expect(counted(both)).toEqual([0, 0]);
  });
});

describe('a warm function asks the table again after a minute', () => {
  test('when a budget was spent', async () => {
    const both = setUpBoth(unlimited);
    const budgets = new Map([['*', 1]]);
    const warm = createSend({ ...both.sending, sms: { budgets, deliver: async () => 'sent' } }, unlimited);
    const send = () => warm({ target: phone, caller: someCaller, locale: 'en' });
    const denied = { outcome: 'denied', denial: { limiter: 'sms-budget', until: both.clock.now + 12 * hour } };
    expect((await send()).outcome).toBe('sent');
    expect(await send()).toMatchObject(denied);
    both.table.spent.clear(); // another function gives its text back
    both.table.strangers.clear();
    both.clock.now += minute - 1;
    expect(await send()).toMatchObject(denied);
    both.clock.now += 1;
    expect((await send()).outcome).toBe('sent');
  });

  test('when a target was denied', async () => {
    const both = setUpBoth({ ...somePolicy, targetLimits: [{ max: 1, window: day }] });
    await both.send(email);
    both.clock.now += 11 * second;
    expect((await both.send(email)).outcome).toBe('denied');
    both.table.windows.clear(); // another function takes its hit back
    both.clock.now += minute - 1;
    expect((await both.send(email)).outcome).toBe('denied');
    both.clock.now += 1;
    expect((await both.send(email)).outcome).toBe('sent');
  });
});
