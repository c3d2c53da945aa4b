import QuickLRU from 'quick-lru';
import type { Denial } from '../core/denial.ts';
import type { Millis } from '../core/time.ts';

export interface Denials {
  remember(key: string, denial: Denial): void;
  recall(keys: readonly string[], now: Millis): Denial | undefined;
}

/** A warm function answers a denied caller again without asking the table. Only keyed MACs are held. */
export function createDenials(capacity = 10_000): Denials {
  const known = new QuickLRU<string, Denial>({ maxSize: capacity });
  return {
    remember: (key, denial) => void known.set(key, denial),
    recall: (keys, now) =>
      keys.map((key) => known.get(key)).find((denial) => denial !== undefined && denial.until > now),
  };
}
