import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isRightCode, issueChallenge, reissue, type StoredChallenge } from '../../lib/core/challenge.ts';
import { challengeId, type IdempotencyKey, repeatableChallengeId } from '../../lib/core/challenge-id.ts';
import { type Keys, keysFromSecrets } from '../../lib/core/keys.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { byStranger } from '../support/windows.ts';

const [old, current, next] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)];
const keys = keysFromSecrets('i'.repeat(32), current, old);
const policy = { length: 6, ttl: 10 * minute, attempts: 5 };
const [bob, tagged] = ['bob@corp.example', 'bob+x@corp.example'] as [Canonical, Canonical];
const id = challengeId(createHash('sha256').update('id').digest().subarray(0, 16));
const now = 1_800_000_000_000;

const issued = issueChallenge(keys, { id, target: bob, issuedBy: 'hit', counting: byStranger }, policy, now);
const stored: StoredChallenge = { ...issued.challenge, used: false, deliveryUnknown: false };

describe('a code', () => {
  const key = keys.code.key;

  test.each([...'0123456789'])('is right whole, and wrong with %s in place of any digit of it', (digit) => {
    expect(isRightCode(key, id, bob, issued.passcode, stored)).toBe(true);
    for (let i = 0; i < policy.length; i++) {
      const other = `${issued.passcode.slice(0, i)}${digit}${issued.passcode.slice(i + 1)}` as Passcode;
      expect(isRightCode(key, id, bob, other, stored)).toBe(other === issued.passcode);
    }
  });

  test('proves nothing for whoever only counts as the same target, nor with another challenge or key', () => {
    const other = challengeId(Buffer.alloc(16));
    const otherKeys = keysFromSecrets('i'.repeat(32), next);
    expect(isRightCode(key, id, tagged, issued.passcode, stored)).toBe(false);
    expect(isRightCode(key, other, bob, issued.passcode, stored)).toBe(false);
    expect(isRightCode(otherKeys.code.key, id, bob, issued.passcode, stored)).toBe(false);
  });
});

test('a code is compared in constant time, whole MAC against whole MAC', () => {
  const program = `
    import crypto from 'node:crypto';
    import { syncBuiltinESMExports } from 'node:module';
    const compared = [];
    const { timingSafeEqual } = crypto;
    crypto.timingSafeEqual = (one, other) => {
      compared.push([one.length, other.length]);
      return timingSafeEqual(one, other);
    };
    syncBuiltinESMExports();
    const { isRightCode } = await import('./lib/core/challenge.ts');
    const key = crypto.createSecretKey(Buffer.alloc(32));
    isRightCode(key, 'id', 'ada@mailbox.example', '0123456789', { codeMac: Buffer.alloc(32) });
    process.stdout.write(JSON.stringify(compared));`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const compared = execFileSync(process.execPath, args, { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' });
  expect(JSON.parse(compared)).toEqual([[32, 32]]);
});

describe('sent once more', () => {
  const again = (more: Partial<StoredChallenge> = {}, at = now + minute, by: Keys = keys, length = 6) =>
    reissue(by, id, bob, { ...stored, ...more }, { ...policy, length }, at);

  test('it is the same code, for as long as it has left', () => {
    expect(again()).toEqual({
      id,
      key: issued.key,
      passcode: issued.passcode,
      askedAt: now + minute,
      lifetime: 9 * minute,
    });
    expect(again()).not.toHaveProperty('challenge');
  });

  test('it is made by the key that made it, as long as that is held', () => {
    expect(again({}, now, keysFromSecrets('i'.repeat(32), next, current))?.passcode).toBe(issued.passcode);
    expect(again({}, now, keysFromSecrets('i'.repeat(32), next, 'd'.repeat(32)))).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['with less than a minute left', () => again({}, now + 9 * minute + 1)],
    ['once it was used', () => again({ used: true })],
    ['once its attempts are', () => again({ attemptsLeft: 0 })],
    ["when it is another's", () => reissue(keys, id, tagged, stored, policy, now)],
    ['when codes have another length by now', () => again({}, now, keys, 8)],
  ])('it is not %s', (_, call) => expect(call()).toBeUndefined());

  test('it is with a minute left', () => expect(again({}, now + 9 * minute)?.lifetime).toBe(minute));
});

describe('the challenge of an Idempotency-Key', () => {
  const of = (target: Canonical, key: string, by: Keys = keys) =>
    repeatableChallengeId(by.index, target, key as IdempotencyKey);

  test('is the same for the same key and target, whatever code key there is', () => {
    expect(of(bob, 'k'.repeat(16))).toBe(of(bob, 'k'.repeat(16), keysFromSecrets('i'.repeat(32), next)));
    expect(of(bob, 'k'.repeat(16))).toMatch(/^[\w-]{22}$/);
  });

  test('is another for another key, target or service', () => {
    const ids = [
      of(bob, 'k'.repeat(16)),
      of(tagged, 'k'.repeat(16)),
      of(bob, 'k'.repeat(17)),
      of(bob, 'k'.repeat(16), keysFromSecrets('j'.repeat(32), current)),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test('issued anew has another code', () => {
    const anew = issueChallenge(
      keys,
      { id, target: bob, issuedBy: 'hit', counting: byStranger },
      policy,
      now + policy.ttl,
    );
    expect(anew.passcode).not.toBe(issued.passcode);
  });
});
