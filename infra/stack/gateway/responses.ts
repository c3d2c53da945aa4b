import { type GatewayResponseOptions, ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { second } from '../../../lib/core/time.ts';
import { securityHeaders } from '../../../lib/http/chain/security-headers.ts';
import { problemBody, type ServedAt } from '../../../lib/http/problems/body.ts';
import type { ProblemSlug } from '../../../lib/locales/catalog.ts';

/** What API Gateway answers without asking a function, and the problem it is to look like. */
const problemOf: Readonly<Record<string, ProblemSlug>> = {
  ACCESS_DENIED: 'forbidden',
  API_CONFIGURATION_ERROR: 'internal-error',
  AUTHORIZER_CONFIGURATION_ERROR: 'internal-error',
  AUTHORIZER_FAILURE: 'internal-error',
  BAD_REQUEST_BODY: 'malformed-body',
  BAD_REQUEST_PARAMETERS: 'invalid-request',
  DEFAULT_4XX: 'invalid-request',
  DEFAULT_5XX: 'internal-error',
  // No path of ours takes a signature: whoever is told about one asked for a path there is not.
  EXPIRED_TOKEN: 'not-found',
  INVALID_SIGNATURE: 'not-found',
  MISSING_AUTHENTICATION_TOKEN: 'not-found',
  INTEGRATION_FAILURE: 'internal-error',
  INTEGRATION_TIMEOUT: 'internal-error',
  INVALID_API_KEY: 'forbidden',
  QUOTA_EXCEEDED: 'service-throttled',
  REQUEST_TOO_LARGE: 'body-too-large',
  RESOURCE_NOT_FOUND: 'not-found',
  THROTTLED: 'service-throttled',
  UNAUTHORIZED: 'forbidden',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported-media',
  WAF_FILTERED: 'forbidden',
};

interface ServedTo extends ServedAt {
  readonly allowedOrigins: readonly string[];
}

/** One for each, made as a real problem is, less what only a function could know: language, trace and time. */
export const gatewayResponses = (served: ServedTo): readonly GatewayResponseOptions[] =>
  Object.entries(problemOf).map(([type, slug]) => {
    const body = gatewayProblem(slug, served);
    return {
      type: ResponseType.of(type),
      statusCode: String(body.status),
      responseHeaders: {
        ...mapValues(headersOfAll, quoted),
        ...mapValues(cors(served.allowedOrigins), quoted),
        ...(body.retry_after !== undefined && { 'Retry-After': quoted(String(body.retry_after)) }),
      },
      // The key only chooses by Accept, and this one is also chosen when nothing fits.
      templates: { 'application/json': JSON.stringify(body) },
    };
  });

/**
 * `$context` is put in as it stands: a client whose path has a raw quote in it spoils its own answer. The path begins with
 * the stage, or with nothing at a domain of one's own. What may quote the request, as the error's message, is left out.
 */
function gatewayProblem(slug: ProblemSlug, served: ServedAt) {
  const wait = slug === 'service-throttled' ? { wait: second } : {};
  const call = {
    locale: 'en' as const,
    requestId: 'req_$context.requestId',
    instance: '$context.path',
    trace: { spanId: '', traceparent: '' },
  };
  const { trace_id, span_id, timestamp, ...body } = problemBody(
    { slug, ...wait },
    call,
    { ...served, development: false },
    0,
  );
  return body;
}

/** A fixed value in API Gateway cannot hold quotes, so the policy for content is left out. JSON needs none. */
const { 'Content-Security-Policy': _, ...quotable } = securityHeaders;

const headersOfAll = {
  'Content-Type': 'application/problem+json',
  'Content-Language': 'en',
  'Cache-Control': 'no-store',
  ...quotable,
};

/** The value is fixed, so of several origins none can be named. Nothing here is anybody's, so all may read it. */
function cors(origins: readonly string[]): Readonly<Record<string, string>> {
  if (origins.length === 0) return {};
  const [only = '*', ...others] = origins;
  return {
    'Access-Control-Allow-Origin': others.length === 0 ? only : '*',
    'Access-Control-Expose-Headers': 'Retry-After',
  };
}

/** How API Gateway tells a fixed value from a mapping. */
const quoted = (value: string): string => `'${value}'`;

const mapValues = (record: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
