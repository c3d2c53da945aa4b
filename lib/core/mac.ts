import { createHmac, type Hmac, type KeyObject } from 'node:crypto';

declare const use: unique symbol;

/** Makes item keys and `sub`. Never rotates: another key would forget every limit and give every person a new `sub`. */
export type IndexKey = KeyObject & { readonly [use]: 'index' };

/** Makes the codes. Rotates. */
export type CodeKey = KeyObject & { readonly [use]: 'code' };

/** Makes and recognises the heartbeat's identities. */
export type HeartbeatKey = KeyObject & { readonly [use]: 'heartbeat' };

export type IndexPurpose =
  | 'caller'
  | 'target'
  | 'devices'
  | 'share'
  | 'person'
  | 'device'
  | 'challenge'
  | 'canonical'
  | 'block'
  | 'idempotency'
  | 'subject';
export type CodePurpose = 'passcode' | 'code' | 'key-id';
export type HeartbeatPurpose = 'address' | 'passcode';

export function mac(key: IndexKey, purpose: IndexPurpose, ...parts: readonly string[]): Buffer;
export function mac(key: CodeKey, purpose: CodePurpose, ...parts: readonly string[]): Buffer;
export function mac(key: HeartbeatKey, purpose: HeartbeatPurpose, ...parts: readonly string[]): Buffer;
export function mac(key: KeyObject, purpose: string, ...parts: readonly string[]): Buffer {
  return hmac(key, purpose, parts).digest();
}

/** The same as text, in base64url. Nearly every name in the table is one. */
export const macText = (key: IndexKey, purpose: IndexPurpose, ...parts: readonly string[]): string =>
  hmac(key, purpose, parts).digest('base64url');

/** JSON keeps the parts apart: two different lists never give the same text, so no two purposes give the same MAC. */
const hmac = (key: KeyObject, purpose: string, parts: readonly string[]): Hmac =>
  createHmac('sha256', key).update(JSON.stringify([purpose, ...parts]));
