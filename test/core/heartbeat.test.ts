import { describe, expect, test } from '@jest/globals';
import { parseEmailAddress } from '../../lib/core/email-address.ts';
import { readEmailEvent } from '../../lib/core/email-event.ts';
import {
  heartbeatIdentity,
  heartbeatTarget,
  isNobodys,
  maxApart,
  mayBeHeartbeat,
  tick,
} from '../../lib/core/heartbeat.ts';
import { heartbeatKeyFrom } from '../../lib/core/keys.ts';
import type { EmailTarget } from '../../lib/core/target.ts';

const key = heartbeatKeyFrom('h'.repeat(48));
const now = Date.UTC(2026, 10, 28);
const { address, code, mailbox } = heartbeatIdentity(key, now, 10);

const parsed = (text: string): EmailTarget => {
  const target = parseEmailAddress(text);
  if (typeof target === 'string') throw new Error(`${target}: no address`);
  return target;
};
const targetOf = (text: string, at = now, by = key) => heartbeatTarget(by, parsed(text), at, 10);

describe('an identity of the heartbeat', () => {
  test('signs in with a code of its own, and is sent nothing', () => {
    expect(targetOf(address)).toMatchObject({ canonical: address, knownCode: code, heartbeat: true });
    expect(code).toMatch(/^\d{10}$/);
    expect(heartbeatIdentity(key, now, 6).code).toMatch(/^\d{6}$/);
  });

  test('has a mailbox whose code nobody knows', () => {
    expect(targetOf(mailbox)).toMatchObject({ canonical: mailbox, heartbeat: true });
    expect(targetOf(mailbox)).not.toHaveProperty('knownCode');
  });

  test('counts by itself: the labels of its mailbox do not fold', () => {
    expect([targetOf(address)?.countedAs, targetOf(mailbox)?.countedAs]).toEqual([address, mailbox]);
  });

  test('is another every ten seconds, with another code', () => {
    const later = heartbeatIdentity(key, now + tick, 10);
    expect([later.address, later.code, later.mailbox]).not.toEqual(expect.arrayContaining([address, code, mailbox]));
    expect(heartbeatIdentity(key, now + tick - 1, 10)).toEqual({ address, code, mailbox });
  });

  test('is over two minutes later, and is none two minutes early', () => {
    for (const text of [address, mailbox]) {
      expect([targetOf(text, now + maxApart), targetOf(text, now - maxApart)]).not.toContain(undefined);
      expect([targetOf(text, now + maxApart + 1), targetOf(text, now - maxApart - 1)]).toEqual([undefined, undefined]);
    }
  });
});

describe('without the secret, nobody is the heartbeat', () => {
  const other = heartbeatKeyFrom('o'.repeat(48));
  const changed = (text: string) => text.replace(/[\da-f](?=@)/, (digit) => (digit === '0' ? '1' : '0'));

  test.each([
    ['made with another secret', heartbeatIdentity(other, now, 10).address],
    ['made with another secret, for mail', heartbeatIdentity(other, now, 10).mailbox],
    ['one digit off', changed(address)],
    ['one digit off, for mail', changed(mailbox)],
    ['at the domain of the other', address.replace('@heartbeat.invalid', '@simulator.amazonses.com')],
    ['at the domain of the other, for mail', mailbox.replace('@simulator.amazonses.com', '@heartbeat.invalid')],
    ['without a moment', address.replace(/^[^.]+/, 'zzzzzzzz')],
  ])('by an address %s', (_, text) => {
    expect(targetOf(text)).toBeUndefined();
  });
});

test('what SES tells of its mail is no news of anybody', () => {
  const told = (to: string) => readEmailEvent({ eventType: 'Delivery', mail: { destination: [to] } });
  expect([told(mailbox), told('success@simulator.amazonses.com')?.kind, told(address)?.kind]).toEqual([
    ...[undefined, 'delivery', 'delivery'],
  ]);
});

test('only what looks like it is worth a look at the secret', () => {
  const looks = (text: string) => mayBeHeartbeat(parsed(text));
  expect([address, mailbox, 'any@heartbeat.invalid'].map(looks)).toEqual([true, true, true]);
  const people = ['ada@example.com', 'success@simulator.amazonses.com', 'success+ada@simulator.amazonses.com'];
  expect(people.map(looks)).toEqual([false, false, false]);
  expect(people.map(isNobodys)).toEqual([false, false, false]);
});
