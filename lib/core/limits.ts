import type { Millis } from './time.ts';

/** At most `max` accepted in *any* interval of length `window`, not per calendar slot. */
export interface Limit {
  readonly max: number;
  readonly window: Millis;
}

/** What stands against one more, and for how long. */
export interface Refusal {
  /** The one that asks for the longest wait; absent when a lock does. */
  readonly limit?: Limit | undefined;
  readonly wait: Millis;
}

/** How much of one limit is left, and when more becomes available. */
export interface Quota {
  readonly limit: Limit;
  readonly remaining: number;
  readonly moreAfter: Millis;
}

/** What the limits and a lock have against one more at `now`. `sentAt` is newest first throughout. */
export const refusal = (
  sentAt: readonly Millis[],
  limits: readonly Limit[],
  now: Millis,
  lockedUntil: Millis = 0,
): Refusal =>
  limits
    .map((limit): Refusal => ({ limit, wait: waitFor(sentAt, limit, now) }))
    .reduce((longest, other) => (other.wait > longest.wait ? other : longest), {
      wait: Math.max(0, lockedUntil - now),
    });

/** 0 = now. After this long one more is accepted; a millisecond earlier it is not. */
export const waitUntilAllowed = (sentAt: readonly Millis[], limits: readonly Limit[], now: Millis): Millis =>
  Math.max(0, ...limits.map((limit) => waitFor(sentAt, limit, now)));

/** The mark that one more would push past the limit has to leave the window first. */
function waitFor(sentAt: readonly Millis[], { max, window }: Limit, now: Millis): Millis {
  const mark = sentAt[max - 1];
  return mark === undefined ? 0 : Math.max(0, mark + window - now);
}

export const quotas = (sentAt: readonly Millis[], limits: readonly Limit[], now: Millis): Quota[] =>
  limits.map((limit) => {
    const counted = sentAt.filter((mark) => mark > now - limit.window);
    const oldest = counted.at(-1) ?? now - limit.window;
    return { limit, remaining: Math.max(0, limit.max - counted.length), moreAfter: oldest + limit.window - now };
  });

/** Marks beyond this many can never decide anything. */
export const marksThatCount = (limits: readonly Limit[]): number => Math.max(1, ...limits.map(({ max }) => max));

export const maxWindow = (limits: readonly Limit[]): Millis => Math.max(0, ...limits.map(({ window }) => window));
