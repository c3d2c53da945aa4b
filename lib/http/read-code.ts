import type { CodePolicy } from '../core/challenge.ts';
import type { Passcode } from '../core/passcode.ts';
import type { Invalid } from '../core/violation.ts';

/** The schema allows every length that can be set. */
export const readCode = (code: string, { length }: CodePolicy): { readonly code: Passcode } | Invalid =>
  code.length === length
    ? { code: code as Passcode }
    : { violations: [{ field: 'code', code: 'format', value: code }] };
