import { type GatewayResponseOptions, ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { second } from '../../../lib/core/time.ts';
import { securityHeaders } from '../../../lib/http/chain/security-headers.ts';
import { gatewayCors } from '../../../lib/http/gateway-cors.ts';
import { problemBody, type ServedAt } from '../../../lib/http/problems/body.ts';
import type { ProblemSlug } from '../../../lib/locales/catalog.ts';
import { english } from '../../../lib/locales/english.ts';

/** Every answer that API Gateway gives without calling a function, and the problem it becomes. */
const problemOf: Readonly<Record<string, ProblemSlug>> = {
  ACCESS_DENIED: 'forbidden',
  API_CONFIGURATION_ERROR: 'internal-error',
  AUTHORIZER_CONFIGURATION_ERROR: 'internal-error',
  AUTHORIZER_FAILURE: 'internal-error',
  BAD_REQUEST_BODY: 'malformed-body',
  BAD_REQUEST_PARAMETERS: 'invalid-request',
  DEFAULT_4XX: 'invalid-request',
  DEFAULT_5XX: 'internal-error',
  // No path of ours takes a signature, so an answer about signatures means that there is no such path.
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

/**
 * One for each, made like the functions' problems, but without what only a function knows: language, trace and time.
 */
export const gatewayResponses = (served: ServedTo): readonly GatewayResponseOptions[] =>
  Object.entries(problemOf).map(([type, slug]) => {
    const body = gatewayProblem(slug, served);
    return {
      type: ResponseType.of(type),
      statusCode: String(body.status),
      responseHeaders: {
        ...mapValues(headersOfAll, quoted),
        ...mapValues(gatewayCors(served.allowedOrigins), quoted),
        ...(body.retry_after !== undefined && { 'Retry-After': quoted(String(body.retry_after)) }),
      },
      // One alone: AWS does not say which of several a request gets. See docs/decisions/037.
      templates: { 'application/json': JSON.stringify(body) },
    };
  });

/**
 * API Gateway fills in `$context` without escaping, so a client that sends a quote in its path gets broken JSON. The
 * path begins with the stage, except at a custom domain. The error's message is left out, since it may quote the
 * request.
 */
function gatewayProblem(slug: ProblemSlug, served: ServedAt) {
  const wait = slug === 'service-throttled' ? { wait: second } : {};
  const call = {
    language: english,
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
  'Content-Language': english.locale,
  'Cache-Control': 'no-store',
  ...quotable,
};

/** Quotes mark a fixed value; without them API Gateway expects a mapping. */
const quoted = (value: string): string => `'${value}'`;

const mapValues = (record: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
