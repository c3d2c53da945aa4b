import { header, headers, parameters, problemResponse } from './openapi-parts.ts';
import { getKeySet, getOpenIdConfiguration } from './openapi-well-known.ts';
import type { ServedAt } from './problem-body.ts';
import { problemSchema, sendRequestSchema, sendResponseSchema, violationSchema } from './schemas.ts';

/** The API described in OpenAPI 3.1, from the schemas it validates with and the problems it answers with. */
export const openApi = (settings: ServedAt) => ({
  openapi: '3.1.1',
  info: {
    title: 'login-code',
    version: '1.0.0',
    summary: 'One-time login codes by email and SMS',
    description: about,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: settings.publicUrl }],
  security: [],
  tags: [
    { name: 'Codes', description: 'Ask for a code.' },
    { name: 'Proof', description: 'Check a token.' },
    { name: 'About', description: 'What this API says of itself.' },
  ],
  paths: {
    '/auth/send-login-code': { post: sendLoginCode(settings) },
    '/.well-known/jwks.json': { get: getKeySet(settings) },
    '/.well-known/openid-configuration': { get: getOpenIdConfiguration(settings) },
    '/problems': { get: listProblems(settings) },
    '/problems/{slug}': { get: showProblem(settings) },
    '/openapi.json': { get: describeApi(settings) },
  },
  components: {
    schemas: {
      SendLoginCodeRequest: withoutId(sendRequestSchema),
      SendLoginCodeResponse: withoutId(sendResponseSchema),
      FieldViolation: violationSchema,
      Problem: {
        ...withoutId(problemSchema),
        properties: {
          ...problemSchema.properties,
          errors: { ...problemSchema.properties.errors, items: { $ref: '#/components/schemas/FieldViolation' } },
        },
      },
    },
    headers,
  },
});

const about = `Asks for a one-time code and sends it. Nothing tells whether the address or number has an account.

**Keep \`challenge_id\`.** The code is bound to the request that asked for it; checking it takes both. Asking again makes a
new challenge, and the newest code is the one to type.

**Waiting.** Every 429 says in \`retry_after\`, and in \`Retry-After\`, how many seconds to wait. It is exact: after that
long the next request is accepted, a second earlier it is not. So disable the button, count down, and do not retry before.

**Languages.** \`title\`, \`detail\`, the descriptions in \`errors\` and the messages follow \`Accept-Language\` (en, zh-CN).
Programs go by \`code\`, \`i18n_key\` or \`type\`, which never change.`;

const sendLoginCode = (settings: ServedAt) => ({
  operationId: 'sendLoginCode',
  tags: ['Codes'],
  summary: 'Send a one-time login code',
  description: 'Sends a code to an email address or a phone number.',
  parameters: [parameters.acceptLanguage, parameters.traceparent],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/SendLoginCodeRequest' },
        examples: {
          email: { summary: 'By email', value: { email: 'sophie@example.com' } },
          phone: { summary: 'By SMS', value: { phone: '+1 202 555 0123' } },
        },
      },
    },
  },
  responses: {
    '200': {
      description: 'Sent. Keep `challenge_id`, show `target`, and ask for the code.',
      headers: { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimitPolicy') },
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/SendLoginCodeResponse' },
          example: {
            code: 0,
            message: 'success',
            data: {
              channel: 'email',
              target: 's***e@example.com',
              expires_in: 600,
              challenge_id: 'szUFwSPM-05PlXslJv5vcQ',
            },
            timestamp: '2026-11-22T12:00:00.000Z',
          },
        },
      },
    },
    '400': problemResponse(['invalid-request', 'malformed-body', 'sms-not-supported', 'email-not-supported'], settings),
    '403': problemResponse(['forbidden'], settings),
    '405': problemResponse(['method-not-allowed'], settings),
    '413': problemResponse(['body-too-large'], settings),
    '415': problemResponse(['unsupported-media'], settings),
    '429': problemResponse(['target-throttled', 'caller-throttled', 'sms-budget-spent', 'service-throttled'], settings),
    '500': problemResponse(['delivery-failed', 'internal-error'], settings),
  },
});

const listProblems = (settings: ServedAt) => ({
  operationId: 'listProblems',
  tags: ['About'],
  summary: 'List every problem',
  parameters: [parameters.acceptLanguage],
  responses: {
    '200': { description: 'A page that lists every problem.', content: page },
    '405': problemResponse(['method-not-allowed'], settings),
  },
});

const showProblem = (settings: ServedAt) => ({
  operationId: 'showProblem',
  tags: ['About'],
  summary: 'Explain a problem',
  description: 'What the `type` of a problem leads to.',
  parameters: [parameters.slug, parameters.acceptLanguage],
  responses: {
    '200': { description: 'A page: what happened, why, and what a client should do.', content: page },
    '404': problemResponse(['not-found'], settings),
    '405': problemResponse(['method-not-allowed'], settings),
  },
});

const describeApi = (settings: ServedAt) => ({
  operationId: 'describeApi',
  tags: ['About'],
  summary: 'Describe this API',
  responses: {
    '200': { description: 'This document.', content: { 'application/json': { schema: { type: 'object' } } } },
    '405': problemResponse(['method-not-allowed'], settings),
  },
});

const page = { 'text/html': { schema: { type: 'string' } } };

/** OpenAPI names schemas by where they are. */
function withoutId<T extends { readonly $id: string }>({ $id: _, ...schema }: T): Omit<T, '$id'> {
  return schema;
}
