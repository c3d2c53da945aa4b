import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { issueChallenge } from '../../lib/core/challenge.ts';
import { type ChallengeId, challengeId } from '../../lib/core/challenge-id.ts';
import { derivePasscode } from '../../lib/core/derive-passcode.ts';
import { callerKey, challengeKey, targetKey } from '../../lib/core/item-keys.ts';
import { keysFromOneSecret, keysFromSecrets } from '../../lib/core/keys.ts';
import { type CodePurpose, type IndexPurpose, mac } from '../../lib/core/mac.ts';
import type { Canonical, CountedAs } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { rounds } from '../support/rounds.ts';
import { byStranger } from '../support/windows.ts';

const keys = keysFromOneSecret('a fixed seed of 32 characters...');
const ada = 'ada@mailbox.example' as Canonical;
const idOf = (i: number): ChallengeId => challengeId(createHash('sha256').update(String(i)).digest().subarray(0, 16));

describe('a code', () => {
  test.each([6, 7, 8, 9, 10])('has %i digits, leading zeros too', (digits) => {
    for (let i = 0; i < 2_000; i++) {
      expect(derivePasscode(keys.code.key, idOf(i), ada, 0, digits)).toMatch(new RegExp(`^\\d{${digits}}$`));
    }
  });

  test('is the same again for the same challenge, so that it can be sent again', () => {
    expect(derivePasscode(keys.code.key, idOf(1), ada, 0, 10)).toBe(derivePasscode(keys.code.key, idOf(1), ada, 0, 10));
  });

  test('is another for another challenge, person, key or time', () => {
    const other = keysFromOneSecret('b'.repeat(32));
    const codes = [
      derivePasscode(keys.code.key, idOf(1), ada, 0, 10),
      derivePasscode(keys.code.key, idOf(2), ada, 0, 10),
      derivePasscode(keys.code.key, idOf(1), 'ada+x@mailbox.example' as Canonical, 0, 10),
      derivePasscode(other.code.key, idOf(1), ada, 0, 10),
      derivePasscode(keys.code.key, idOf(1), ada, 1, 10),
    ];
    expect(new Set(codes).size).toBe(5);
  });

  // χ² with 9 degrees of freedom exceeds 33.72 once in ten thousand; the seed is fixed, so this never flickers.
  test('is uniform in every position over a million challenges', () => {
    const challenges = rounds(1_000_000);
    const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
    for (let i = 0; i < challenges; i++) {
      const code = derivePasscode(keys.code.key, i.toString(36) as ChallengeId, ada, 0, 6);
      counts.forEach((count, position) => {
        const digit = code.charCodeAt(position) - 48;
        count[digit] = (count[digit] ?? 0) + 1;
      });
    }
    for (const count of counts) {
      const chiSquare = count.reduce((sum, seen) => sum + (seen - challenges / 10) ** 2 / (challenges / 10), 0);
      expect(chiSquare).toBeLessThan(33.72);
    }
  });
});

describe('keys', () => {
  const indexPurposes: IndexPurpose[] = ['caller', 'target', 'challenge', 'canonical', 'idempotency'];
  const codePurposes: CodePurpose[] = ['passcode', 'code', 'key-id'];

  test('share no output between two purposes, whatever they are given', () => {
    const inputs = [[], [''], ['a'], ['a', 'b'], ['ab'], ['a","b'], ['caller', 'a'], ['target']];
    const outputs = [
      ...indexPurposes.flatMap((purpose) => inputs.map((parts) => mac(keys.index, purpose, ...parts))),
      ...codePurposes.flatMap((purpose) => inputs.map((parts) => mac(keys.code.key, purpose, ...parts))),
    ].map((output) => output.toString('hex'));
    expect(new Set(outputs).size).toBe((indexPurposes.length + codePurposes.length) * inputs.length);
  });

  test('give caller, target and challenge of the same text items of their own', () => {
    const same = 'same' as never;
    const all = [callerKey(keys.index, same), targetKey(keys.index, same), challengeKey(keys.index, same)];
    expect(new Set(all.map((key) => key.split('#')[1])).size).toBe(3);
  });

  test('are told apart by an id that gives nothing of them away', () => {
    const [one, other] = [
      keysFromSecrets('i'.repeat(32), 'c'.repeat(32)),
      keysFromSecrets('i'.repeat(32), 'd'.repeat(32)),
    ];
    expect(one.code.id).toMatch(/^[\w-]{8}$/);
    expect(one.code.id).not.toBe(other.code.id);
    expect(one.index.equals(other.index)).toBe(true);
    expect(one.code.key.equals(other.code.key)).toBe(false);
  });
});

describe('a challenge', () => {
  const policy = { length: 10, ttl: 10 * minute, attempts: 5 };

  test('is bound to one person, even among those who count as the same target', () => {
    const id = challengeId(randomBytes(16));
    const [bob, tagged] = ['bob@corp.example', 'bob+x@corp.example'].map((address) =>
      issueChallenge(keys, { id, target: address as Canonical, issuedBy: 'hit', counting: byStranger }, policy, 0),
    );
    expect(bob?.passcode).not.toBe(tagged?.passcode);
    expect(bob?.challenge.targetMac).not.toEqual(tagged?.challenge.targetMac);
    expect(bob?.challenge.codeMac).not.toEqual(tagged?.challenge.codeMac);
  });

  test('is kept as a MAC over its id, its person and its code together', () => {
    const { challenge, passcode: code } = issueChallenge(
      keys,
      { id: idOf(1), target: ada, issuedBy: 'hit', counting: byStranger },
      policy,
      0,
    );
    expect(challenge.codeMac).toEqual(mac(keys.code.key, 'code', idOf(1), ada, code));
    expect(challenge.targetMac).toEqual(mac(keys.index, 'canonical', ada));
  });

  test('begins with all its attempts and its whole life', () => {
    const { challenge } = issueChallenge(
      keys,
      { id: idOf(1), target: ada, issuedBy: 'hit', counting: byStranger },
      policy,
      5_000,
    );
    expect(challenge).toMatchObject({
      attemptsLeft: 5,
      issuedAt: 5_000,
      expiresAt: 5_000 + 10 * minute,
      keyId: keys.code.id,
    });
  });

  test('has an id of 128 random bits', () => {
    expect(Buffer.from(challengeId(Buffer.alloc(16, 255)), 'base64url')).toEqual(Buffer.alloc(16, 255));
  });
});

test('a target is counted by what it counts as, never by what it is called', () => {
  const key = targetKey(keys.index, 'bob@corp.example' as CountedAs);
  expect(key).toMatch(/^target#[\w-]{43}$/);
});
