import { functionTimeout } from '../core/deadlines.ts';
import type { WindowKey } from '../core/item-keys.ts';
import { type Limit, type Quota, quotas, type Refusal } from '../core/limits.ts';
import { failuresKept } from '../core/lockout.ts';
import type { Millis } from '../core/time.ts';
import type { Denial, Denials, WindowLimiter } from './denials.ts';

export type Hit =
  | { readonly accepted: true; readonly sentAt: readonly Millis[] }
  | { readonly accepted: false; readonly sentAt: readonly Millis[]; readonly refusal: Refusal };

export interface HitTable {
  /** The item is kept for its longest window unless told otherwise. */
  hit(key: WindowKey, limits: readonly Limit[], now: Millis, hitId: string, keptFor?: Millis): Promise<Hit>;
}

export interface HitDeps {
  readonly table: HitTable;
  readonly denials: Denials;
  readonly now: () => Millis;
}

export type Counted = { readonly quotas: readonly Quota[] } | { readonly denial: Denial };

export type CountHit = (
  limiter: WindowLimiter,
  key: WindowKey,
  limits: readonly Limit[],
  hitId: string,
) => Promise<Counted>;

export const createCountHit = ({ table, denials, now }: HitDeps): CountHit => {
  return async (limiter, key, limits, hitId) => {
    const isTarget = limiter === 'target';
    if (limits.length === 0 && !isTarget) return { quotas: [] }; // a target may be locked even so
    const at = now();
    const answer = await table.hit(key, limits, at, hitId, isTarget ? failuresKept : undefined);
    if (answer.accepted) return { quotas: quotas(answer.sentAt, limits, at) };

    const { limit, wait } = answer.refusal;
    const denial: Denial = { limiter, limit, until: at + wait };
    // A right code lifts a lock, and a mark may still be withdrawn.
    if (limit && (!isTarget || isSettled(answer.sentAt, at))) denials.remember(key, denial);
    return { denial };
  };
};

/** Only the newest mark can still be withdrawn, and only while the call that made it runs. */
const isSettled = ([newest = 0]: readonly Millis[], now: Millis): boolean => now - newest > functionTimeout;

export interface Throttled {
  readonly outcome: 'throttled';
  readonly limiter: Denial['limiter'];
  /** Absent: the target is locked. */
  readonly limit?: Limit | undefined;
  readonly wait: Millis;
}

export const throttled = ({ limiter, limit, until }: Denial, now: Millis): Throttled => ({
  outcome: 'throttled',
  limiter,
  limit,
  wait: Math.max(1, until - now),
});
