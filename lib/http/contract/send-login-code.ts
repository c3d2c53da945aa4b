import type { FromSchema } from 'json-schema-to-ts';
import { address, answerWith, challengeId, channel, deviceToken, oneAddress, target } from './parts.ts';

/**
 * JSON Schemas of the contract: the validators, the types and the OpenAPI document are made from them.
 * `null` and `""` mean absent, and are removed from a request before it is validated.
 */

export const sendRequestSchema = {
  $id: 'SendLoginCodeRequest',
  description: 'Exactly one of `email` and `phone`. `null` and `""` mean absent; other fields are ignored.',
  type: 'object',
  properties: {
    ...address,
    device_token: deviceToken,
    challenge_id: {
      ...challengeId,
      description:
        'From an earlier answer, to send the same code again: the person can then type it from either message. The code is valid for as long as before, and the request counts like any other. Without this field a new code is made, and the code of the earlier message is wrong with the new `challenge_id`. If the challenge is over or has less than a minute left, a new one is made, so keep the `challenge_id` of the newest answer.',
    },
  },
  oneOf: oneAddress,
  examples: [{ email: 'sophie@example.com' }],
} as const;

export const sendResponseSchema = answerWith(
  'DataResponse-SendLoginCodeResponse',
  'The code was handed to the mail or text service.',
  {
    type: 'object',
    properties: {
      channel,
      target,
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
);

export type SendLoginCodeResponse = FromSchema<typeof sendResponseSchema>;
