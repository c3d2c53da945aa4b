import type { Headers } from '../problems/problem.ts';

/** Every answer carries these: those of the functions, and those API Gateway makes by itself. */
export const securityHeaders = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const satisfies Headers;
