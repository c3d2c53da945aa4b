/** JSON Schemas of the contract. `null` and `""` are taken out of a request before it gets here: they mean absent. */

export const sendRequestSchema = {
  $id: 'SendLoginCodeRequest',
  type: 'object',
  properties: {
    email: { type: 'string', maxLength: 254 },
    phone: { type: 'string', maxLength: 32 },
  },
  oneOf: [{ required: ['email'] }, { required: ['phone'] }],
} as const;

export const sendResponseSchema = {
  $id: 'DataResponse-SendLoginCodeResponse',
  type: 'object',
  properties: {
    code: { const: 0 },
    message: { const: 'success' },
    data: {
      type: 'object',
      properties: {
        channel: { enum: ['email', 'sms'] },
        target: { type: 'string', minLength: 1 },
        expires_in: { type: 'integer', minimum: 1, maximum: 600 },
        challenge_id: { type: 'string', pattern: '^[\\w-]{22}$' },
      },
      required: ['channel', 'target', 'expires_in', 'challenge_id'],
      additionalProperties: false,
    },
    timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
  },
  required: ['code', 'message', 'data', 'timestamp'],
  additionalProperties: false,
} as const;

const violationSchema = {
  type: 'object',
  properties: {
    field: { type: 'string' },
    code: { enum: ['required', 'format', 'type', 'range', 'conflict'] },
    description: { type: 'string', minLength: 1 },
    value: true,
  },
  required: ['field', 'code', 'description'],
  additionalProperties: false,
} as const;

export const problemSchema = {
  $id: 'Problem',
  type: 'object',
  properties: {
    type: { type: 'string', pattern: '^https?://.+/problems/[a-z-]+$' },
    title: { type: 'string', minLength: 1 },
    status: { enum: [400, 403, 404, 405, 413, 415, 429, 500] },
    detail: { type: 'string', minLength: 1 },
    instance: { type: 'string', pattern: '^/' },
    code: { type: 'integer', minimum: 30101001, maximum: 30101999 },
    i18n_key: { type: 'string', pattern: '^error\\.[a-z_]+$' },
    i18n_args: { type: 'object' },
    errors: { type: 'array', minItems: 1, items: violationSchema },
    retry_after: { type: 'integer', minimum: 1 },
    challenge_id: { type: 'string', pattern: '^[\\w-]{22}$' },
    request_id: { type: 'string', pattern: '^req_.+$' },
    trace_id: { type: 'string', pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$' },
    span_id: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    service: { type: 'string', minLength: 1 },
    timestamp: sendResponseSchema.properties.timestamp,
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'i18n_key', 'request_id', 'service'],
  additionalProperties: false,
} as const;
