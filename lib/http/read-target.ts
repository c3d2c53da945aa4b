import { parseEmailAddress } from '../core/email-address.ts';
import { plainNumber } from '../core/number-text.ts';
import type { Canonical, Target } from '../core/target.ts';
import { type TestTargets, testTargetAt } from '../core/test-targets.ts';
import type { Millis } from '../core/time.ts';
import type { Violation } from '../core/violation.ts';

/** Exactly one, as the request schema has seen to. */
export type Address =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

/**
 * What is known of all the world's numbers weighs more than all else together: it is loaded when a number comes. Those of
 * test identities are taken as they are, since numbers that belong to nobody are no valid numbers.
 */
export async function readTarget(
  address: Address,
  testTargets: TestTargets,
  now: Millis,
): Promise<Target | { readonly violations: readonly Violation[] }> {
  if (address.email !== undefined) return orViolation('email', address.email, parseEmailAddress(address.email));
  const test = testTargetAt(testTargets, plainNumber(address.phone) as Canonical, now);
  if (test) return test.target;
  const { parsePhoneNumber } = await import('../core/phone-number.ts');
  return orViolation('phone', address.phone, parsePhoneNumber(address.phone));
}

const orViolation = (field: 'email' | 'phone', value: string, parsed: Target | Violation['code']) =>
  typeof parsed === 'string' ? { violations: [{ field, code: parsed, value }] } : parsed;
