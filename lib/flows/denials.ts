import QuickLRU from 'quick-lru';
import type { Denial } from '../core/denial.ts';
import type { Millis } from '../core/time.ts';

export interface Denials {
  /** `until` is when to ask the table again: not after the denial's own end. */
  remember(key: string, denial: Denial, until: Millis): void;
  recall(keys: readonly string[], now: Millis): Denial | undefined;
}

/** A warm function answers a denied caller again without asking the table. Only keyed MACs are held. */
export function createDenials(capacity = 10_000): Denials {
  const known = new QuickLRU<string, { readonly denial: Denial; readonly until: Millis }>({ maxSize: capacity });
  return {
    remember: (key, denial, until) => void known.set(key, { denial, until }),
    recall: (keys, now) =>
      keys.map((key) => known.get(key)).find((found) => found !== undefined && found.until > now)?.denial,
  };
}
