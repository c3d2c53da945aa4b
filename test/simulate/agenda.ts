import type { Millis } from '../../lib/core/time.ts';

/** What happens when, on a clock that jumps from one thing to the next. */
export interface Agenda {
  at(time: Millis, act: () => Promise<void>): void;
  runUntil(end: Millis): Promise<void>;
}

interface Entry {
  readonly time: Millis;
  /** Of two at one moment, the one that was noted first happens first. */
  readonly order: number;
  readonly act: () => Promise<void>;
}

export function createAgenda(clock: { now: Millis }): Agenda {
  const heap: Entry[] = [];
  let noted = 0;
  const isBefore = (one: Entry, other: Entry): boolean =>
    one.time === other.time ? one.order < other.order : one.time < other.time;

  function at(time: Millis, act: () => Promise<void>): void {
    let place = heap.length;
    const entry = { time, order: noted++, act };
    for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
      const above = heap[parent] as Entry;
      if (!isBefore(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  function take(): Entry | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let place = 0;
    for (let child = 1; child < heap.length; child = 2 * place + 1) {
      const [left, right] = [heap[child] as Entry, heap[child + 1]];
      const smaller = right && isBefore(right, left) ? child + 1 : child;
      if (!isBefore(heap[smaller] as Entry, last)) break;
      heap[place] = heap[smaller] as Entry;
      place = smaller;
    }
    heap[place] = last;
    return first;
  }

  return {
    at,
    async runUntil(end) {
      for (let entry = take(); entry && entry.time < end; entry = take()) {
        clock.now = Math.max(clock.now, entry.time);
        await entry.act();
      }
    },
  };
}
