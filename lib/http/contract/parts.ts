/** Parts that several schemas of the contract share. */

export const address = {
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
} as const;

export const oneAddress = [{ required: ['email'] }, { required: ['phone'] }] as const;

export const timestamp = {
  description: 'When it was answered, ISO 8601 in UTC.',
  type: 'string',
  format: 'date-time',
  examples: ['2026-11-22T12:00:00.000Z'],
} as const;

export const challengeId = {
  description:
    'Names this request. The code works only together with it, so keep it where the person will type the code. If the person asks again, send it along: then the same code is sent again. Nobody else is told.',
  type: 'string',
  pattern: '^[\\w-]{22}$',
  examples: ['szUFwSPM-05PlXslJv5vcQ'],
} as const;

export const deviceToken = {
  description:
    'Shows that this device has signed in as this person before. Keep the newest one on the device, one for each address or number, and send it with the next request for a code: then the limits that strangers use up do not keep this device waiting. It signs nobody in. An expired, revoked or foreign token counts as none, and is no error.',
  type: 'string',
  examples: ['AVDg3Q9o5oTjz1vTt0QmZgq8mX0yTn6bJr7xP2kq1w'],
} as const;

/** The members of a success beside `data`. */
const success = {
  code: { description: 'Always 0; problems have codes of their own.', type: 'integer', const: 0 },
  message: { description: 'Always `success`, in every language.', type: 'string', const: 'success' },
  timestamp,
} as const;

export const channel = {
  description: 'How the code was sent.',
  type: 'string',
  enum: ['email', 'sms'],
} as const;

export const target = {
  description: 'Where it was sent, masked: fit to show, not to send to.',
  type: 'string',
  minLength: 1,
  examples: ['s***e@example.com'],
} as const;

/** The envelope of every success. */
export const answerWith = <const Id extends string, const Data extends object>(
  $id: Id,
  description: string,
  data: Data,
) =>
  ({
    $id,
    description,
    type: 'object',
    properties: { ...success, data },
    required: ['code', 'message', 'data', 'timestamp'],
    additionalProperties: false,
  }) as const;
