import type { FromSchema } from 'json-schema-to-ts';

/**
 * JSON Schemas of the contract: the validators, the types and the OpenAPI document are made of them.
 * `null` and `""` are taken out of a request before it gets here: they mean absent.
 */

export const sendRequestSchema = {
  $id: 'SendLoginCodeRequest',
  description: 'Exactly one of `email` and `phone`. `null` and `""` mean absent; other fields are ignored.',
  type: 'object',
  properties: {
    email: {
      description:
        'One plain address: no display name, list, quotes, comment or IP literal. The part before the @ is ASCII; an international domain may be written as it is.',
      type: 'string',
      maxLength: 254,
      examples: ['sophie@example.com'],
    },
    phone: {
      description:
        'A number in international form: `+`, digits, and the usual separators (space, hyphen, dot, slash, parentheses).',
      type: 'string',
      maxLength: 32,
      examples: ['+1 202 555 0123'],
    },
  },
  oneOf: [{ required: ['email'] }, { required: ['phone'] }],
  examples: [{ email: 'sophie@example.com' }],
} as const;

const timestamp = {
  description: 'When it was answered, ISO 8601 in UTC.',
  type: 'string',
  format: 'date-time',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
  examples: ['2026-11-22T12:00:00.000Z'],
} as const;

const challengeId = {
  description:
    'Names this request. The code is bound to it and checking the code takes both, so keep it where the person will type the code. Nobody else is told.',
  type: 'string',
  pattern: '^[\\w-]{22}$',
  examples: ['szUFwSPM-05PlXslJv5vcQ'],
} as const;

export const sendResponseSchema = {
  $id: 'DataResponse-SendLoginCodeResponse',
  description: 'The code was handed to the mail or text service.',
  type: 'object',
  properties: {
    code: { description: 'Always 0; problems have codes of their own.', type: 'integer', const: 0 },
    message: { description: 'Always `success`, in every language.', type: 'string', const: 'success' },
    data: {
      type: 'object',
      properties: {
        channel: { description: 'How the code was sent.', type: 'string', enum: ['email', 'sms'] },
        target: {
          description: 'Where it was sent, masked: fit to show, not to send to.',
          type: 'string',
          minLength: 1,
          examples: ['s***e@example.com'],
        },
        expires_in: {
          description: 'Seconds until the code is no longer valid.',
          type: 'integer',
          minimum: 1,
          maximum: 600,
          examples: [600],
        },
        challenge_id: challengeId,
      },
      required: ['channel', 'target', 'expires_in', 'challenge_id'],
      additionalProperties: false,
    },
    timestamp,
  },
  required: ['code', 'message', 'data', 'timestamp'],
  additionalProperties: false,
} as const;

export const violationSchema = {
  description: 'One rule that one field breaks.',
  type: 'object',
  properties: {
    field: { description: 'The field, in dot notation.', type: 'string', examples: ['email'] },
    code: {
      description:
        '`required`: neither field was given. `conflict`: both were. `type`: not a string. `format`: not an address or number. `range`: too long.',
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
    i18n_args: { description: 'What such a translation may have to mention.', type: 'object' },
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

export type SendLoginCodeResponse = FromSchema<typeof sendResponseSchema>;
export type ProblemBody = FromSchema<typeof problemSchema>;
