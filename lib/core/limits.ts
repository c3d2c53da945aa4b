import type { Millis } from './time.ts';

/** At most `max` hits in *any* interval of length `window`, not per calendar slot. */
export interface Limit {
  readonly max: number;
  readonly window: Millis;
}

/** How much of one limit is left, and the time until there is more. */
export interface Quota {
  readonly limit: Limit;
  readonly remaining: number;
  readonly moreAfter: Millis;
}

/** 0: now. After this long one more hit is accepted; a millisecond earlier it is not. `hits` is newest first throughout. */
export const waitUntilAllowed = (hits: readonly Millis[], limits: readonly Limit[], now: Millis): Millis =>
  Math.max(0, ...limits.map((limit) => waitFor(hits, limit, now)));

/** The hit that one more would push past the limit has to leave the window first. */
export function waitFor(hits: readonly Millis[], { max, window }: Limit, now: Millis): Millis {
  const hit = hits[max - 1];
  return hit === undefined ? 0 : Math.max(0, hit + window - now);
}

export const quotas = (hits: readonly Millis[], limits: readonly Limit[], now: Millis): Quota[] =>
  limits.map((limit) => {
    const counted = hits.filter((hit) => hit > now - limit.window);
    const oldest = counted.at(-1) ?? now - limit.window;
    return { limit, remaining: Math.max(0, limit.max - counted.length), moreAfter: oldest + limit.window - now };
  });

/** Hits beyond this many can never decide anything. */
export const hitsThatCount = (limits: readonly Limit[]): number => Math.max(1, ...limits.map(({ max }) => max));

export const longestWindow = (limits: readonly Limit[]): Millis => Math.max(0, ...limits.map(({ window }) => window));
