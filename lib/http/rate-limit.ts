import type { Limit, Quota } from '../core/limits.ts';
import { type Millis, toSeconds } from '../core/time.ts';

type Headers = Readonly<Record<string, string>>;

/** draft-ietf-httpapi-ratelimit-headers-11: `t` is the time until more becomes available. */
export function rateLimitHeaders(limiter: string, quotas: readonly Quota[]): Headers {
  if (quotas.length === 0) return {};
  return {
    'RateLimit-Policy': quotas.map(({ limit }) => policy(limiter, limit)).join(', '),
    RateLimit: quotas
      .map(({ limit, remaining, moreAfter }) => `${name(limiter, limit)};r=${remaining};t=${toSeconds(moreAfter)}`)
      .join(', '),
  };
}

/** Only the policy that denied. */
export const deniedHeaders = (limiter: string, limit: Limit, wait: Millis): Headers =>
  rateLimitHeaders(limiter, [{ limit, remaining: 0, moreAfter: wait }]);

const policy = (limiter: string, limit: Limit): string =>
  `${name(limiter, limit)};q=${limit.max};w=${toSeconds(limit.window)}`;

const name = (limiter: string, { window }: Limit): string => `"${limiter}-${toSeconds(window)}s"`;
