import { day, type Millis } from './time.ts';

/** Wrong codes for one person form one run. It ends with a right code, or after this long without a wrong one. */
export const failuresKept: Millis = 30 * day;

/** How many wrong codes in a row lock a window. */
export interface Lockout {
  /** A run of this many locks for a day, and for twice as long with each further lock. */
  readonly toLock: number;
  /** A run of this many locks until the run is forgotten. */
  readonly toLockLong: number;
}

/**
 * With at most 5 challenges of 5 attempts alive in each window, a run reaches 39 + 25 in the strangers' window and 9 + 25
 * in the devices': 98 together, below the 100 of NIST SP 800-63B-4 3.2.2.
 */
export const strangersLockout: Lockout = { toLock: 25, toLockLong: 40 };
export const devicesLockout: Lockout = { toLock: 10, toLockLong: 10 };

const firstLock: Millis = day;

/** Until when a window with these failures, in any order, is locked. 0: it is not locked. */
export function lockedUntil(failures: readonly Millis[], { toLock, toLockLong }: Lockout): Millis {
  let count = 0;
  let locks = 0;
  let until: Millis = 0;
  let previous: Millis = 0;
  for (const at of failures.toSorted((one, other) => one - other)) {
    if (at - previous >= failuresKept) [count, locks, until] = [0, 0, 0];
    count++;
    previous = at;
    if (count >= toLockLong) until = at + failuresKept;
    // A challenge may outlive the start of the lock: its failures do not make the lock longer.
    else if (count >= toLock && at >= until) until = at + Math.min(firstLock * 2 ** locks++, failuresKept);
  }
  return until;
}
