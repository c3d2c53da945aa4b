import type { Caller } from './caller.ts';
import { callerKey, targetKey, verifyCallerKey, type WindowKey } from './item-keys.ts';
import type { WindowLimiter } from './limiters.ts';
import { type Limit, longestWindow } from './limits.ts';
import { failuresKept } from './lockout.ts';
import type { IndexKey } from './mac.ts';
import type { CountedAs } from './target.ts';
import type { Millis } from './time.ts';

/** One item that keeps the times of what was accepted, and what it allows. */
export interface Window {
  readonly limiter: WindowLimiter;
  readonly key: WindowKey;
  readonly limits: readonly Limit[];
  /** How long the item outlives its newest hit. */
  readonly keptFor: Millis;
  /** Whether the call that made a hit may take it back. */
  readonly withdrawable: boolean;
}

/** Undefined: the limiter is off. */
export const callerWindow = (index: IndexKey, caller: Caller, limits: readonly Limit[]): Window | undefined =>
  windowOfCaller('caller', callerKey(index, caller), limits);

/** Undefined: the limiter is off. */
export const verifyCallerWindow = (index: IndexKey, caller: Caller, limits: readonly Limit[]): Window | undefined =>
  windowOfCaller('verify-caller', verifyCallerKey(index, caller), limits);

/** Also where the limiter is off: the item holds the target's lock. */
export const targetWindow = (index: IndexKey, target: CountedAs, limits: readonly Limit[]): Window => ({
  limiter: 'target',
  key: targetKey(index, target),
  limits,
  keptFor: failuresKept,
  withdrawable: true,
});

const windowOfCaller = (
  limiter: 'caller' | 'verify-caller',
  key: WindowKey,
  limits: readonly Limit[],
): Window | undefined =>
  limits.length === 0 ? undefined : { limiter, key, limits, keptFor: longestWindow(limits), withdrawable: false };
