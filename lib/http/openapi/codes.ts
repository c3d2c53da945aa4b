import type { ServedAt } from '../problems/body.ts';
import { routes } from '../routes.ts';
import { header, parameters, problemResponses } from './parts.ts';

/** What any request with a body may be answered with. */
const ofAnyBody = [
  ...(['invalid-request', 'malformed-body', 'forbidden', 'method-not-allowed', 'body-too-large'] as const),
  ...(['unsupported-media', 'caller-throttled', 'service-throttled', 'internal-error'] as const),
] as const;

const sendProblems = [
  ...(['target-throttled', 'email-budget-spent', 'sms-budget-spent', 'email-not-supported'] as const),
  ...(['sms-not-supported', 'delivery-failed'] as const),
  ...ofAnyBody,
] as const;

const verifyProblems = ['code-invalid', 'code-expired', ...ofAnyBody] as const;

export const sendLoginCode = (settings: ServedAt) => ({
  operationId: 'sendLoginCode',
  tags: ['Codes'],
  summary: 'Send a one-time login code',
  description:
    'Sends a code to an email address or a phone number: a new one or, with `challenge_id`, the same as before. A device that has signed in before sends its `device_token` along, so that strangers cannot keep it waiting.',
  parameters: [parameters.acceptLanguage, parameters.traceparent, parameters.idempotencyKey],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/SendLoginCodeRequest' },
        examples: {
          email: { summary: 'By email', value: { email: 'sophie@example.com' } },
          phone: { summary: 'By SMS', value: { phone: '+1 202 555 0123' } },
          again: {
            summary: 'The same code once more',
            value: { email: 'sophie@example.com', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' },
          },
        },
      },
    },
  },
  responses: {
    '200': {
      description: 'Sent. Keep `challenge_id`, show `target`, and let the person type the code.',
      headers: {
        RateLimit: header('RateLimit'),
        'RateLimit-Policy': header('RateLimitPolicy'),
        'Idempotent-Replayed': header('IdempotentReplayed'),
      },
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/SendLoginCodeSuccess' },
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
    ...problemResponses(sendProblems, routes.sendLoginCode.path, settings),
  },
});

export const verifyLoginCode = (settings: ServedAt) => ({
  operationId: 'verifyLoginCode',
  tags: ['Codes'],
  summary: 'Check a one-time login code',
  description:
    'Checks a code, and answers with a token for your backend and a `device_token` for the device. A right code works once. Each wrong one costs an attempt; after the last the code is spent.',
  parameters: [parameters.acceptLanguage, parameters.traceparent],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/VerifyLoginCodeRequest' },
        examples: {
          email: {
            summary: 'Sent by email',
            value: { email: 'sophie@example.com', code: '042137', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' },
          },
          phone: {
            summary: 'Sent by SMS',
            value: { phone: '+1 202 555 0123', code: '042137', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' },
          },
        },
      },
    },
  },
  responses: {
    '200': {
      description:
        'Right. Give `token` to your backend, and keep `device_token` on the device (absent where known devices are off).',
      headers: { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimitPolicy') },
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/VerifyLoginCodeSuccess' },
          example: {
            code: 0,
            message: 'success',
            data: {
              token: 'eyJhbGciOiJSUzI1NiJ9…',
              token_type: 'Bearer',
              expires_in: 300,
              channel: 'email',
              target: 's***e@example.com',
            },
            timestamp: '2026-11-22T12:01:00.000Z',
          },
        },
      },
    },
    ...problemResponses(verifyProblems, routes.verifyLoginCode.path, settings),
  },
});
