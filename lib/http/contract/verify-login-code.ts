import type { FromSchema } from 'json-schema-to-ts';
import { address, answerWith, challengeId, channel, deviceToken, oneAddress, target } from './parts.ts';

export const verifyRequestSchema = {
  $id: 'VerifyLoginCodeRequest',
  description: 'The code, the address or number it was sent to, and the challenge it belongs to.',
  type: 'object',
  properties: {
    ...address,
    code: {
      description: 'The digits that were sent. A string, since they may begin with 0.',
      type: 'string',
      pattern: '^[0-9]{6,10}$', // how many it takes is a setting, and checked by the endpoint
      examples: ['042137'],
    },
    nonce: {
      description:
        'A value of your own. The token has it as the claim `nonce`, so your backend can tell which sign-in the token belongs to.',
      type: 'string',
      pattern: '^[!-~]*$',
      maxLength: 128,
      examples: ['n-0S6_WzA2Mj'],
    },
    challenge_id: {
      ...challengeId,
      description:
        'From the answer to the request for this code. With the one of another request, the code is wrong and costs an attempt.',
    },
  },
  required: ['code', 'challenge_id'],
  oneOf: oneAddress,
  examples: [{ email: 'sophie@example.com', code: '042137', challenge_id: 'szUFwSPM-05PlXslJv5vcQ' }],
} as const;

export const verifyResponseSchema = answerWith(
  'DataResponse-VerifyLoginCodeResponse',
  'The code was right, and works no more.',
  {
    type: 'object',
    properties: {
      token: {
        description: 'Proves to a backend whose address or number it is.',
        type: 'string',
        minLength: 1,
        examples: ['eyJhbGciOiJSUzI1NiJ9…'],
      },
      token_type: { description: 'Always `Bearer`.', type: 'string', const: 'Bearer' },
      expires_in: {
        description: 'Seconds until the token is no longer valid.',
        type: 'integer',
        minimum: 1,
        examples: [300],
      },
      channel,
      target,
      device_token: deviceToken,
    },
    required: ['token', 'token_type', 'expires_in', 'channel', 'target'],
    additionalProperties: false,
  },
);

export type VerifyLoginCodeResponse = FromSchema<typeof verifyResponseSchema>;
