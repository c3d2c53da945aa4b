import { day, type Millis } from './time.ts';

/** Wrong codes for one target form one run. It ends with a right code, or after this long without a wrong one. */
export const failuresKept: Millis = 30 * day;

/** A run of this many locks sending: for a day, and for twice as long with each further lock. */
export const failuresToLock = 50;

/**
 * A run of this many locks sending until the run is forgotten. The challenges then alive allow fewer than 25 more guesses, so
 * 100 is never reached (NIST SP 800-63B-4 3.2.2).
 */
export const failuresToLockLong = 75;

const firstLock: Millis = day;

/** Until when nothing is sent to a target with these failures, newest first. 0: it is not locked. */
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
    // A challenge may outlive the start of the lock: its failures do not make the lock longer.
    else if (count >= failuresToLock && at >= until) until = at + Math.min(firstLock * 2 ** locks++, failuresKept);
  }
  return until;
}
