import { day, type Millis } from './time.ts';

/** Wrong codes for one target are counted as one run until a right one, or until nothing was wrong for this long. */
export const failuresKept: Millis = 30 * day;

/** As many consecutive failures as lock sending: for a day, and with each further lock for twice as long. */
export const failuresToLock = 50;

/**
 * As many as lock it until they are forgotten. The challenges that are then still alive leave room for fewer than 25 more,
 * so that 100 is never reached (NIST SP 800-63B-4 3.2.2).
 */
export const failuresToLockLong = 75;

const firstLock: Millis = day;

/** Until when nothing is sent to a target whose consecutive failures, newest first, are these. 0: it is not locked. */
export function lockedUntil(failures: readonly Millis[]): Millis {
  let count = 0;
  let locks = 0;
  let until: Millis = 0;
  let previous: Millis = 0;
  for (const at of failures.toReversed()) {
    if (at - previous >= failuresKept) [count, locks, until] = [0, 0, 0];
    count++;
    previous = at;
    if (count >= failuresToLockLong) until = at + failuresKept;
    // A failure of a challenge that outlived the lock's beginning makes it no longer.
    else if (count >= failuresToLock && at >= until) until = at + Math.min(firstLock * 2 ** locks++, failuresKept);
  }
  return until;
}
