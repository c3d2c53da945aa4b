import type { ChallengeId } from './challenge-id.ts';
import type { Keys } from './keys.ts';
import { mac } from './mac.ts';
import { type Passcode, passcode } from './passcode.ts';
import { type ChallengeKey, challengeKey } from './records.ts';
import type { Canonical } from './target.ts';
import type { Millis } from './time.ts';

/** What is kept of a challenge. Nothing in it gives back the id, the target or the code. */
export interface Challenge {
  readonly key: ChallengeKey;
  readonly targetMac: Uint8Array;
  readonly codeMac: Uint8Array;
  readonly keyId: string;
  readonly attemptsLeft: number;
  readonly issuedAt: Millis;
  readonly expiresAt: Millis;
}

export interface CodePolicy {
  readonly length: number;
  readonly ttl: Millis;
  readonly attempts: number;
}

export interface Issued {
  readonly passcode: Passcode;
  readonly challenge: Challenge;
}

export function issueChallenge(
  { index, code }: Keys,
  id: ChallengeId,
  target: Canonical,
  policy: CodePolicy,
  now: Millis,
  known?: Passcode,
): Issued {
  const issued = known ?? passcode(code.key, id, target, policy.length);
  return {
    passcode: issued,
    challenge: {
      key: challengeKey(index, id),
      targetMac: mac(index, 'canonical', target),
      codeMac: mac(code.key, 'code', id, target, issued),
      keyId: code.id,
      attemptsLeft: policy.attempts,
      issuedAt: now,
      expiresAt: now + policy.ttl,
    },
  };
}
