import { parseEmailAddress } from '../core/email-address.ts';
import type { Target } from '../core/target.ts';
import type { Violation } from '../core/violation.ts';

/** Exactly one, as the request schema has seen to. */
export type Address =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

/** What is known of all the world's numbers weighs more than all else together: it is loaded when a number comes. */
export async function readTarget(address: Address): Promise<Target | { readonly violations: readonly Violation[] }> {
  if (address.email !== undefined) return orViolation('email', address.email, parseEmailAddress(address.email));
  const { parsePhoneNumber } = await import('../core/phone-number.ts');
  return orViolation('phone', address.phone, parsePhoneNumber(address.phone));
}

const orViolation = (field: 'email' | 'phone', value: string, parsed: Target | Violation['code']) =>
  typeof parsed === 'string' ? { violations: [{ field, code: parsed, value }] } : parsed;
