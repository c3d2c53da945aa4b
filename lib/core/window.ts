import type { Caller } from './caller.ts';
import { callerKey, verifyCallerKey, type WindowKey } from './item-keys.ts';
import type { Limiter } from './limiters.ts';
import { type Limit, longestWindow } from './limits.ts';
import type { Lockout } from './lockout.ts';
import type { IndexKey } from './mac.ts';
import type { PersonTag, ShareTag } from './tags.ts';
import type { Millis } from './time.ts';

/** One item that keeps the times of what was accepted, and what it allows. */
export interface Window {
  readonly limiter: Limiter;
  readonly key: WindowKey;
  readonly limits: readonly Limit[];
  /** How long the item outlives its newest hit. */
  readonly keptFor: Millis;
  /** Absent: nobody's share is limited. */
  readonly share?: Share | undefined;
  /** Absent: wrong codes do not lock it, and the call that makes a hit never takes it back. */
  readonly lock?: Lock | undefined;
  /** Whose mark as unreachable refuses a hit. Absent: nobody's. */
  readonly unreachable?: PersonTag | undefined;
  /** When what lets this request in was issued. An item that was revoked since does not let it in. */
  readonly issuedAt?: Millis | undefined;
}

/** What one of those who ask may take of a window. */
export interface Share {
  readonly limiter: Limiter;
  readonly tag: ShareTag;
  readonly limits: readonly Limit[];
  /** So many wrong codes end the share, until the newest of them is `failuresKept` old. Absent: none do. */
  readonly maxWrong?: number | undefined;
}

/** Whose wrong codes lock the window for this person, and how many. */
export interface Lock {
  readonly person: PersonTag;
  readonly lockout: Lockout;
}

/** Undefined: the limiter is off. */
export const callerWindow = (index: IndexKey, caller: Caller, limits: readonly Limit[]): Window | undefined =>
  windowOfCaller('caller', callerKey(index, caller), limits);

/** Undefined: the limiter is off. */
export const verifyCallerWindow = (index: IndexKey, caller: Caller, limits: readonly Limit[]): Window | undefined =>
  windowOfCaller('verify-caller', verifyCallerKey(index, caller), limits);

const windowOfCaller = (limiter: Limiter, key: WindowKey, limits: readonly Limit[]): Window | undefined =>
  limits.length === 0 ? undefined : { limiter, key, limits, keptFor: longestWindow(limits) };
