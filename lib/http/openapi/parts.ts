import type { ProblemSlug } from '../../locales/catalog.ts';
import { pages } from '../../locales/en/pages.ts';
import { english } from '../../locales/english.ts';
import { locales } from '../../locales/locales.ts';
import type { ServedAt } from '../problems/body.ts';
import { examplesOf, problemExample } from '../problems/example.ts';
import { problems } from '../problems/kinds.ts';
import { oneOfProblems } from './problem-schemas.ts';

export const parameters = {
  acceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: `The languages the person reads, best first. Known: ${locales.join(', ')}.`,
    schema: { type: 'string' },
    example: 'en',
  },
  traceparent: {
    name: 'traceparent',
    in: 'header',
    description: 'A W3C trace to continue.',
    schema: { type: 'string' }, // no example: tools send it, and all their requests would be one trace
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A structured string (RFC 9651: in double quotes) of 16 to 255 characters that nobody can guess, made up for this one request. While its challenge lives, a repeat with the same key and address or number gets the first answer, and nothing is sent again: `Idempotent-Replayed` says so.',
    // No example: tools send it, and whatever they ask for the second time would be a repeat.
    schema: { type: 'string', pattern: '^"[ !#-\\[\\]-~]{16,255}"$', minLength: 18, maxLength: 257 },
  },
  slug: {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'Which problem.',
    schema: { type: 'string', enum: Object.keys(problems) },
    example: 'target-throttled',
  },
} as const;

const rateLimitDraft = 'draft-ietf-httpapi-ratelimit-headers-11';

export const headers = {
  RetryAfter: {
    description: 'Seconds to wait, the same as `retry_after`.',
    schema: { type: 'integer', minimum: 1 },
    example: 60,
  },
  RateLimit: {
    description: `What is left of each limit, and in how many seconds there is more (${rateLimitDraft}). On success the caller's own limits. On a 429 the one that denied: \`caller-…\` and \`verify-caller-…\` are the caller's, \`target-…\` is for all who ask for this address or number, \`target-caller-…\` is this caller's or this device's share of that. Absent after too many wrong codes.`,
    schema: { type: 'string' },
    example: '"caller-60s";r=19;t=60, "caller-3600s";r=99;t=3600',
  },
  RateLimitPolicy: {
    description: `The limits themselves (${rateLimitDraft}).`,
    schema: { type: 'string' },
    example: '"caller-60s";q=20;w=60, "caller-3600s";q=100;w=3600',
  },
  IdempotentReplayed: {
    description: 'This is the answer to an earlier request with the same `Idempotency-Key`. Nothing was sent again.',
    schema: { type: 'string', const: 'true' },
  },
  Allow: { description: 'The methods this path takes.', schema: { type: 'string' }, example: 'POST' },
  ContentLanguage: {
    description: 'The language of `title` and `detail`.',
    schema: { type: 'string', enum: locales },
    example: 'en',
  },
} as const;

export const header = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });

/** By status, every problem it may mean: what to do about each, and an example of each. */
export function problemResponses(slugs: readonly ProblemSlug[], instance: string, settings: ServedAt) {
  const byStatus = Map.groupBy(slugs, (slug) => problems[slug].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [String(status), problemResponse(status, ofStatus, instance, settings)]),
  );
}

function problemResponse(status: number, slugs: readonly ProblemSlug[], instance: string, settings: ServedAt) {
  return {
    description: slugs
      .map((slug) => `- \`${slug}\`: ${markdown(`${pages.problems[slug].why} ${pages.problems[slug].advice}`)}`)
      .join('\n'),
    headers: {
      'Content-Language': header('ContentLanguage'),
      ...(status === 405 && { Allow: header('Allow') }),
      ...(status === 429 && {
        'Retry-After': header('RetryAfter'),
        RateLimit: header('RateLimit'),
        'RateLimit-Policy': header('RateLimitPolicy'),
      }),
    },
    content: {
      'application/problem+json': {
        schema: oneOfProblems(slugs),
        examples: Object.fromEntries(slugs.flatMap((slug) => examplesIn(slug, instance, settings))),
      },
    },
  };
}

const examplesIn = (slug: ProblemSlug, instance: string, settings: ServedAt) =>
  examplesOf(slug, instance).map((example, i) => {
    const value = problemExample(example, english, settings);
    return [i === 0 ? slug : `${slug}-${i + 1}`, { summary: value.title, value }];
  });

/** Words as they are: Markdown would print `__proto__` as a bold proto. */
const markdown = (words: string): string => words.replaceAll(/\b__\w+__/g, '`$&`');
