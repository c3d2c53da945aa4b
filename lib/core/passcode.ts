import type { ChallengeId } from './challenge-id.ts';
import { type CodeKey, mac } from './mac.ts';
import type { Canonical } from './target.ts';

declare const kind: unique symbol;

/** The digits a person types. */
export type Passcode = string & { readonly [kind]: 'passcode' };

/**
 * Derived, not drawn: the same challenge always yields the same code, so it can be sent again without being stored.
 * 256 bits reduced to at most 10 digits leave a bias below 2^-222 (FIPS 186-5 A.2.1 asks for 64 bits to spare).
 */
export function passcode(key: CodeKey, id: ChallengeId, target: Canonical, digits: number): Passcode {
  const wide = BigInt(`0x${mac(key, 'passcode', id, target).toString('hex')}`);
  return (wide % 10n ** BigInt(digits)).toString().padStart(digits, '0') as Passcode;
}
