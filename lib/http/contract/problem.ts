import type { FromSchema } from 'json-schema-to-ts';
import { challengeId, timestamp } from './parts.ts';

export const violationSchema = {
  description: 'One rule that one field breaks.',
  type: 'object',
  properties: {
    field: { description: 'The field, in dot notation, or the header.', type: 'string', examples: ['email'] },
    code: {
      description:
        '`required`: not given. `conflict`: both of two that exclude each other. `type`: not a string. `format`: not an address, number, code, id, nonce or key. `range`: too long.',
      type: 'string',
      enum: ['required', 'conflict', 'type', 'format', 'range'],
    },
    description: {
      description: "The rule, in the caller's language.",
      type: 'string',
      minLength: 1,
      examples: ['Must be one plain email address, such as name@example.com.'],
    },
    value: { description: 'What was sent, in development only.' },
  },
  required: ['field', 'code', 'description'],
  additionalProperties: false,
} as const;

export const problemSchema = {
  $id: 'Problem',
  description: 'RFC 9457. `type`, `code` and `i18n_key` are for programs, `title` and `detail` for people.',
  type: 'object',
  properties: {
    type: {
      description: 'The address of a page about this problem.',
      type: 'string',
      format: 'uri',
      pattern: '^https?://.+/problems/[a-z-]+$',
    },
    title: {
      description: "What kind of problem it is, in the caller's language; the same for every instance.",
      type: 'string',
      minLength: 1,
    },
    status: {
      description: 'The HTTP status.',
      type: 'integer',
      enum: [400, 403, 404, 405, 413, 415, 429, 500],
    },
    detail: { description: "What to do about it, in the caller's language.", type: 'string', minLength: 1 },
    instance: { description: 'The path that was called.', type: 'string', pattern: '^/' },
    code: {
      description: 'The business error code. Never changes.',
      type: 'integer',
      minimum: 30101001,
      maximum: 30101999,
    },
    i18n_key: {
      description: 'The key for translations of your own. Never changes.',
      type: 'string',
      pattern: '^error\\.[a-z_]+$',
    },
    i18n_args: {
      description:
        'What such a translation may have to mention. With `delivery-failed`, `try` is the other channel, if it is on and nothing was sent.',
      type: 'object',
    },
    errors: {
      description: 'With `invalid-request`: every rule that is broken.',
      type: 'array',
      minItems: 1,
      items: violationSchema,
    },
    retry_after: {
      description:
        'With every 429: seconds to wait, the same as the Retry-After header. After that long the next request is accepted; a second earlier it is not.',
      type: 'integer',
      minimum: 1,
    },
    challenge_id: {
      ...challengeId,
      description:
        'With `delivery-failed`, when the message may have been sent after all: if the code arrives, it works with this.',
    },
    request_id: { description: 'Quote it when you ask for help.', type: 'string', pattern: '^req_.+$' },
    trace_id: {
      description: 'A W3C traceparent: yours continued, else a new one.',
      type: 'string',
      pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$',
    },
    span_id: { description: 'Our span in it.', type: 'string', pattern: '^[0-9a-f]{16}$' },
    service: { description: 'Which service answered.', type: 'string', minLength: 1 },
    timestamp,
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'i18n_key', 'request_id', 'service'],
  additionalProperties: false,
} as const;

export type ProblemBody = FromSchema<typeof problemSchema>;
