import type { ChallengeId } from './challenge-id.ts';
import { type CodeKey, mac } from './mac.ts';
import type { Passcode } from './passcode.ts';
import type { Canonical } from './target.ts';
import type { Millis } from './time.ts';

/**
 * Derived, not random: the same challenge always gives the same code, so the code can be sent again without being stored.
 * The time of issue is part of it: an Idempotency-Key used again after its challenge is over makes the same id again.
 * 256 bits reduced to at most 10 digits leave a bias below 2^-222 (FIPS 186-5 A.2.1 asks for 64 bits to spare).
 */
export function derivePasscode(
  key: CodeKey,
  id: ChallengeId,
  target: Canonical,
  issuedAt: Millis,
  digits: number,
): Passcode {
  const wide = BigInt(`0x${mac(key, 'passcode', id, target, String(issuedAt)).toString('hex')}`);
  return (wide % 10n ** BigInt(digits)).toString().padStart(digits, '0') as Passcode;
}
