import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Limit, waitUntilAllowed } from '../../lib/core/limits.ts';
import type { Millis } from '../../lib/core/time.ts';

/** One to three limits of mixed windows. */
export const limitsOf = (most = 6): fc.Arbitrary<Limit[]> =>
  fc.array(fc.record({ max: fc.integer({ min: 1, max: most }), window: fc.integer({ min: 1, max: 20_000 }) }), {
    minLength: 1,
    maxLength: 3,
  });

/** Moments of asking, in order, often together and often just about a window apart. */
export const histories = (length = 30): fc.Arbitrary<Millis[]> =>
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9_000 })), {
      minLength: 1,
      maxLength: length,
    })
    .map((gaps) => {
      let now = 1_000_000;
      return gaps.map((gap) => {
        now += gap;
        return now;
      });
    });

export interface Ask {
  readonly at: Millis;
  readonly wait: Millis;
  /** Before this ask, newest first. */
  readonly hits: readonly Millis[];
}

/** The model: what the pure function says of each ask when the accepted ones are kept. */
export function replay(limits: readonly Limit[], asks: readonly Millis[]): Ask[] {
  let hits: Millis[] = [];
  return asks.map((at) => {
    const ask = { at, wait: waitUntilAllowed(hits, limits, at), hits };
    if (ask.wait === 0) hits = [at, ...hits];
    return ask;
  });
}

/** However they arrived, no interval of a limit's length holds more than it allows. */
export function staysWithin(limits: readonly Limit[], times: readonly Millis[]): void {
  for (const { max, window } of limits) {
    for (const end of times) {
      expect(times.filter((at) => at > end - window && at <= end).length).toBeLessThanOrEqual(max);
    }
  }
}
