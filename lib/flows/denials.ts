import QuickLRU from 'quick-lru';
import type { Limit } from '../core/limits.ts';
import type { Millis } from '../core/time.ts';

/** `verify-caller` is who checks codes. */
export type WindowLimiter = 'caller' | 'target' | 'verify-caller';
export type Limiter = WindowLimiter | 'sms-budget';

/** Who may not, and until when. */
export interface Denial {
  readonly limiter: Limiter;
  /** Absent: the target is locked after too many wrong codes. */
  readonly limit?: Limit | undefined;
  readonly until: Millis;
}

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
