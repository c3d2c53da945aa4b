import type { Millis } from '../../../lib/core/time.ts';

/** Something that happened, until it is taken back. */
export interface Entry {
  readonly at: Millis;
  stands: boolean;
}

/** Counts what happened in the last `window`. Time only goes on. */
export function createSliding(window: Millis) {
  const entries: Entry[] = [];
  let oldest = 0;
  let count = 0;
  return { add, takeBack, countAt };

  function add(entry: Entry): void {
    entries.push(entry);
    count++;
  }

  function takeBack(entry: Entry, now: Millis): void {
    countAt(now);
    if (entry.stands && entry.at > now - window) count--;
  }

  function countAt(now: Millis): number {
    for (let first = entries[oldest]; first && first.at <= now - window; first = entries[++oldest]) {
      if (first.stands) count--;
    }
    return count;
  }
}
