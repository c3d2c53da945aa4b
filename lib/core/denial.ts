import type { Limiter } from './limiters.ts';
import { type Limit, waitFor } from './limits.ts';
import { failuresKept } from './lockout.ts';
import type { Millis } from './time.ts';
import type { Share, Window } from './window.ts';

/** Who denies, and until when. */
export interface Denial {
  readonly limiter: Limiter;
  /** Absent: too many wrong codes, or an address that is unreachable. */
  readonly limit?: Limit | undefined;
  readonly until: Millis;
}

/** The times that decide on one hit, each list newest first. */
export interface WindowTimes {
  readonly hits: readonly Millis[];
  /** Those of them in the share of whoever asks. */
  readonly shareHits: readonly Millis[];
  /** Wrong codes of the challenges in that share. */
  readonly wrong: readonly Millis[];
  readonly lockedUntil: Millis;
  readonly unreachableUntil: Millis;
}

/** Undefined: one more hit is allowed at `now`. Otherwise what asks for the longest wait. */
export function denialOf(
  { limiter, limits, share, lock }: Pick<Window, 'limiter' | 'limits' | 'share' | 'lock'>,
  times: WindowTimes,
  now: Millis,
): Denial | undefined {
  const denials = [
    ...(lock ? [{ limiter, until: times.lockedUntil }] : []),
    { limiter: 'unreachable' as const, until: times.unreachableUntil },
    ...limits.map((limit) => ({ limiter, limit, until: now + waitFor(times.hits, limit, now) })),
    ...(share ? denialsOfShare(share, times, now) : []),
  ];
  return denials
    .filter(({ until }) => until > now)
    .reduce<Denial | undefined>(
      (longest, other) => (longest && longest.until >= other.until ? longest : other),
      undefined,
    );
}

const denialsOfShare = ({ limiter, limits, maxWrong }: Share, { shareHits, wrong }: WindowTimes, now: Millis) => [
  ...limits.map((limit): Denial => ({ limiter, limit, until: now + waitFor(shareHits, limit, now) })),
  ...(maxWrong && wrong.length >= maxWrong ? [{ limiter, until: (wrong[0] ?? 0) + failuresKept }] : []),
];
