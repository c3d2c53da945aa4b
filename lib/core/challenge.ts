import { timingSafeEqual } from 'node:crypto';
import type { ChallengeId } from './challenge-id.ts';
import { derivePasscode } from './derive-passcode.ts';
import { type ChallengeKey, challengeKey } from './item-keys.ts';
import { codeKeyNamed, type Keys } from './keys.ts';
import { type CodeKey, mac } from './mac.ts';
import type { Passcode } from './passcode.ts';
import type { Canonical } from './target.ts';
import { type Millis, minute } from './time.ts';

/** What is kept of a challenge. Nothing in it gives back the id, the target or the code. */
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
}

/** A challenge as it stands. */
export interface StoredChallenge extends Challenge {
  readonly used: boolean;
  /** Nobody can tell whether its code was sent. */
  readonly deliveryUnknown: boolean;
}

export interface CodePolicy {
  readonly length: number;
  readonly ttl: Millis;
  readonly attempts: number;
}

/** A code to send, and for how long it works. */
export interface Issued {
  readonly id: ChallengeId;
  readonly passcode: Passcode;
  readonly askedAt: Millis;
  readonly lifetime: Millis;
  /** To be stored; absent when its code is sent once more. */
  readonly challenge?: Challenge | undefined;
}

export interface NewlyIssued extends Issued {
  readonly challenge: Challenge;
}

/** With less left than this, a code that is sent again would come too late. */
const minLifetimeToResend: Millis = minute;

export function issueChallenge(
  { index, code }: Keys,
  id: ChallengeId,
  target: Canonical,
  policy: CodePolicy,
  now: Millis,
  issuedBy: string,
  known?: Passcode,
): NewlyIssued {
  const issued = known ?? derivePasscode(code.key, id, target, now, policy.length);
  return {
    id,
    passcode: issued,
    askedAt: now,
    lifetime: policy.ttl,
    challenge: {
      key: challengeKey(index, id),
      targetMac: targetMac(index, target),
      codeMac: codeMac(code.key, id, target, issued),
      keyId: code.id,
      attemptsLeft: policy.attempts,
      issuedAt: now,
      issuedBy,
      expiresAt: now + policy.ttl,
    },
  };
}

/** The same code once more. Undefined: it is over, nearly over, another's, or its key or length is no longer ours. */
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
  return isRightCode(key, id, target, again, stored) ? { id, passcode: again, askedAt: now, lifetime } : undefined;
}

/** In constant time: how long it takes tells nothing of how much of the code is right. */
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
