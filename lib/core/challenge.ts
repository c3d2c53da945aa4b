import { timingSafeEqual } from 'node:crypto';
import type { ChallengeId } from './challenge-id.ts';
import { derivePasscode } from './derive-passcode.ts';
import { type BlockKey, type BudgetKey, type ChallengeKey, challengeKey } from './item-keys.ts';
import { codeKeyNamed, type Keys } from './keys.ts';
import { type CodeKey, mac } from './mac.ts';
import type { Passcode } from './passcode.ts';
import type { ShareTag, WindowName } from './tags.ts';
import type { Canonical } from './target.ts';
import { type Millis, minute } from './time.ts';

/** A challenge as it is stored. It does not give back the id, the target or the code. */
export interface Challenge {
  readonly key: ChallengeKey;
  readonly targetMac: Uint8Array;
  readonly codeMac: Uint8Array;
  readonly keyId: string;
  readonly attemptsLeft: number;
  readonly issuedAt: Millis;
  /** The send that made it. */
  readonly issuedBy: string;
  readonly expiresAt: Millis;
  readonly counting: Counting;
  /** Absent: no text was sent for it. */
  readonly text?: CountedText | undefined;
}

/** Where the first text of a challenge is counted, and is no longer unanswered once its code is used. */
export interface CountedText {
  readonly budget: BudgetKey;
  /** Absent: the guard was off. */
  readonly block?: BlockKey | undefined;
}

/** Where a challenge was counted, and where its wrong codes count. */
export interface Counting {
  readonly window: WindowName;
  /** Whose share it was there. Undefined: nobody's. */
  readonly sender: ShareTag | undefined;
}

/** A challenge as it was read. */
export interface StoredChallenge extends Challenge {
  readonly used: boolean;
  /** It is not known whether its code was sent. */
  readonly deliveryUnknown: boolean;
  /** What the service calls the last message with its code. Absent where the service need not hear that it came back. */
  readonly messageId?: string | undefined;
}

export interface CodePolicy {
  readonly length: number;
  readonly ttl: Millis;
  readonly attempts: number;
}

/** A code to send, and how long it works. */
export interface Issued {
  readonly id: ChallengeId;
  readonly key: ChallengeKey;
  readonly passcode: Passcode;
  readonly askedAt: Millis;
  readonly lifetime: Millis;
  /** To be stored. Absent when an earlier code is sent again. */
  readonly challenge?: Challenge | undefined;
}

export interface NewlyIssued extends Issued {
  readonly challenge: Challenge;
}

/** A code with less time left would arrive too late to be typed in. */
const minLifetimeToResend: Millis = minute;

/** What a new challenge is made of. */
export interface NewChallenge {
  readonly id: ChallengeId;
  readonly target: Canonical;
  /** The send that makes it. */
  readonly issuedBy: string;
  readonly counting: Counting;
  readonly text?: CountedText | undefined;
  /** A test identity's. */
  readonly knownCode?: Passcode | undefined;
}

export function issueChallenge(
  { index, code }: Keys,
  { id, target, issuedBy, counting, text, knownCode }: NewChallenge,
  policy: CodePolicy,
  now: Millis,
): NewlyIssued {
  const passcode = knownCode ?? derivePasscode(code.key, id, target, now, policy.length);
  const key = challengeKey(index, id);
  return {
    id,
    key,
    passcode,
    askedAt: now,
    lifetime: policy.ttl,
    challenge: {
      key,
      targetMac: targetMac(index, target),
      codeMac: codeMac(code.key, id, target, passcode),
      keyId: code.id,
      attemptsLeft: policy.attempts,
      issuedAt: now,
      issuedBy,
      counting,
      text,
      expiresAt: now + policy.ttl,
    },
  };
}

/**
 * The same code again. Undefined: the challenge is over or nearly over, belongs to another target, or was made with a
 * key or a code length that is no longer in use.
 */
export function reissue(
  keys: Keys,
  id: ChallengeId,
  target: Canonical,
  stored: StoredChallenge,
  { length }: CodePolicy,
  now: Millis,
): Issued | undefined {
  const lifetime = stored.expiresAt - now;
  const key = codeKeyNamed(keys, stored.keyId);
  if (key === undefined || stored.used || stored.attemptsLeft <= 0 || lifetime < minLifetimeToResend) return undefined;

  const again = derivePasscode(key, id, target, stored.issuedAt, length);
  return isRightCode(key, id, target, again, stored)
    ? { id, key: stored.key, passcode: again, askedAt: now, lifetime }
    : undefined;
}

/** In constant time: the time it takes does not tell how many digits are right. */
export const isRightCode = (
  key: CodeKey,
  id: ChallengeId,
  target: Canonical,
  code: Passcode,
  stored: Pick<Challenge, 'codeMac'>,
): boolean => timingSafeEqual(codeMac(key, id, target, code), stored.codeMac);

export const targetMac = (index: Keys['index'], target: Canonical): Buffer => mac(index, 'canonical', target);

const codeMac = (key: CodeKey, id: ChallengeId, target: Canonical, code: Passcode): Buffer =>
  mac(key, 'code', id, target, code);
