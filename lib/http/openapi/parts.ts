import type { ProblemSlug } from '../../locales/catalog.ts';
import { pages } from '../../locales/en/pages.ts';
import { english } from '../../locales/english.ts';
import { locales } from '../../locales/locales.ts';
import type { ServedAt } from '../problems/body.ts';
import { problemExample } from '../problems/example.ts';
import { problems } from '../problems/kinds.ts';

export const parameters = {
  acceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: `The languages the person reads, best first. Known: ${locales.join(', ')}.`,
    schema: { type: 'string' },
    example: 'zh-CN, en;q=0.5',
  },
  traceparent: {
    name: 'traceparent',
    in: 'header',
    description: 'A W3C trace to continue.',
    schema: { type: 'string' },
    example: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A structured string (RFC 9651: in double quotes) of 16 to 255 characters that nobody can guess, made up for this one request. While its challenge lives, a repeat with the same key and address or number gets the first answer, and nothing is sent again.',
    schema: { type: 'string' },
    example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
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
  Allow: { description: 'The methods this path takes.', schema: { type: 'string' }, example: 'POST' },
  ContentLanguage: {
    description: 'The language of `title` and `detail`.',
    schema: { type: 'string', enum: locales },
    example: 'en',
  },
} as const;

export const header = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });

/** One status with every problem it may mean: what to do about each, and an example of each. */
export function problemResponse(slugs: readonly [ProblemSlug, ...ProblemSlug[]], settings: ServedAt) {
  const { status } = problems[slugs[0]];
  return {
    description: slugs
      .map((slug) => `- \`${slug}\`: ${pages.problems[slug].why} ${pages.problems[slug].advice}`)
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
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(slugs.map((slug) => [slug, exampleOf(slug, settings)])),
      },
    },
  };
}

function exampleOf(slug: ProblemSlug, settings: ServedAt) {
  const value = problemExample(slug, english, settings);
  return { summary: value.title, value };
}
