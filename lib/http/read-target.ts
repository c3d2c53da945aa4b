import { parseEmailAddress } from '../core/email-address.ts';
import { plainNumber } from '../core/number-text.ts';
import type { Canonical, Target } from '../core/target.ts';
import { type TestTargets, testTargetAt } from '../core/test-targets.ts';
import type { Millis } from '../core/time.ts';
import type { Invalid, Violation } from '../core/violation.ts';
import type { RecogniseHeartbeat } from './heartbeat.ts';

/** Exactly one of the two: the request schema checked that. */
export type Address =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

/**
 * The metadata of phone numbers is larger than all other code together, so it is loaded with the first number. A test
 * identity's number is not checked: a number that belongs to nobody is not valid.
 */
export async function readTarget(
  address: Address,
  testTargets: TestTargets,
  now: Millis,
  recogniseHeartbeat: RecogniseHeartbeat = async (target) => target,
): Promise<Target | Invalid> {
  const testTarget = (canonical: string) => testTargetAt(testTargets, canonical as Canonical, now);
  if (address.email !== undefined) {
    const parsed = parseEmailAddress(address.email);
    const target = typeof parsed === 'string' ? parsed : await recogniseHeartbeat(parsed, now);
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
