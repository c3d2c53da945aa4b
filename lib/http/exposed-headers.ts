/** What a page of another origin may read. */
export const exposedHeaders = 'Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed';
