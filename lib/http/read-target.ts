import { parseEmailAddress } from '../core/email-address.ts';
import { plainNumber } from '../core/number-text.ts';
import type { Canonical, Target } from '../core/target.ts';
import { type TestTargets, testTargetAt } from '../core/test-targets.ts';
import type { Millis } from '../core/time.ts';
import type { Invalid, Violation } from '../core/violation.ts';

/** Exactly one, as the request schema has seen to. */
export type Address =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

/**
 * What is known of all the world's numbers weighs more than all else together: it is loaded when a number comes. Those of
 * test identities are taken as they are, since numbers that belong to nobody are no valid numbers.
 */
export async function readTarget(address: Address, testTargets: TestTargets, now: Millis): Promise<Target | Invalid> {
  const testTarget = (canonical: string) => testTargetAt(testTargets, canonical as Canonical, now);
  if (address.email !== undefined) {
    const target = parseEmailAddress(address.email);
    if (typeof target === 'string') return violation('email', address.email, target);
    return testTarget(target.canonical) ?? target;
  }
  const number = plainNumber(address.phone);
  const test = number === undefined ? undefined : testTarget(number);
  if (test) return test;
  const { parsePhoneNumber } = await import('../core/phone-number.ts');
  const target = parsePhoneNumber(address.phone);
  return typeof target === 'string' ? violation('phone', address.phone, target) : target;
}

const violation = (field: 'email' | 'phone', value: string, code: Violation['code']): Invalid => ({
  violations: [{ field, code, value }],
});
