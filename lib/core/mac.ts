import { createHmac, type KeyObject } from 'node:crypto';

declare const use: unique symbol;

/** Keys item keys and `sub`. Never rotates: changing it forgets every throttle, and makes every person a new one. */
export type IndexKey = KeyObject & { readonly [use]: 'index' };

/** Keys the codes themselves. Rotates. */
export type CodeKey = KeyObject & { readonly [use]: 'code' };

export type IndexPurpose = 'caller' | 'target' | 'challenge' | 'canonical' | 'idempotency' | 'subject';
export type CodePurpose = 'passcode' | 'code' | 'key-id';

export function mac(key: IndexKey, purpose: IndexPurpose, ...parts: readonly string[]): Buffer;
export function mac(key: CodeKey, purpose: CodePurpose, ...parts: readonly string[]): Buffer;
export function mac(key: KeyObject, purpose: string, ...parts: readonly string[]): Buffer {
  // JSON keeps the parts apart: no two lists of strings encode alike, so no two purposes can meet.
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, ...parts]))
    .digest();
}
