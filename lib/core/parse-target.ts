import { parseEmailAddress } from './email-address.ts';
import { parsePhoneNumber } from './phone-number.ts';
import type { Target } from './target.ts';
import type { Violation } from './violation.ts';

/** Exactly one, as the request schema has seen to. */
export type Address =
  | { readonly email: string; readonly phone?: never }
  | { readonly phone: string; readonly email?: never };

export function parseTarget(address: Address): Target | { readonly violations: readonly Violation[] } {
  const [field, value] =
    address.email === undefined ? (['phone', address.phone] as const) : (['email', address.email] as const);
  const parsed = field === 'email' ? parseEmailAddress(value) : parsePhoneNumber(value);
  return typeof parsed === 'string' ? { violations: [{ field, code: parsed, value }] } : parsed;
}
