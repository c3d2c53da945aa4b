import type { Limiter } from './limiters.ts';
import { type Limit, waitFor } from './limits.ts';
import type { Millis } from './time.ts';
import type { Window } from './window.ts';

/** Who denies, and until when. */
export interface Denial {
  readonly limiter: Limiter;
  /** Absent: the target is locked after too many wrong codes. */
  readonly limit?: Limit | undefined;
  readonly until: Millis;
}

/** Why one more hit is denied at `now`: the limit that asks for the longest wait, or the lock. `hits` is newest first. */
export const denialOf = (
  { limiter, limits }: Pick<Window, 'limiter' | 'limits'>,
  hits: readonly Millis[],
  now: Millis,
  lockedUntil: Millis = 0,
): Denial =>
  limits
    .map((limit): Denial => ({ limiter, limit, until: now + waitFor(hits, limit, now) }))
    .reduce((longest, other) => (other.until > longest.until ? other : longest), {
      limiter,
      until: Math.max(now, lockedUntil),
    });
