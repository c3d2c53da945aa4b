import type { ServedAt } from '../problems/body.ts';
import { wellKnownPath } from '../routes.ts';
import { openIdConfiguration } from '../well-known.ts';
import { problemResponses } from './parts.ts';

export const getKeySet = (settings: ServedAt) => ({
  operationId: 'getKeySet',
  tags: ['Token'],
  summary: 'The public keys tokens are checked with',
  description: 'A JSON Web Key Set (RFC 7517). A token names its key in `kid`, the thumbprint of RFC 7638.',
  responses: {
    '200': {
      description: 'The key that signs, and any other whose tokens are to pass. May be cached for five minutes.',
      content: { 'application/json': { schema: keySetSchema } },
    },
    ...problemResponses(['method-not-allowed', 'internal-error'], wellKnownPath('jwks.json'), settings),
  },
});

export const getOpenIdConfiguration = (settings: ServedAt) => ({
  operationId: 'getOpenIdConfiguration',
  tags: ['Token'],
  summary: 'What JWT middleware configures itself from',
  description:
    'The members of OpenID Connect Discovery 1.0 that middleware checks tokens by. There is no authorization endpoint: codes are asked for and checked with this API.',
  responses: {
    '200': {
      description: 'The issuer, and where its keys are.',
      content: {
        'application/json': {
          schema: configurationSchema,
          example: openIdConfiguration(settings.publicUrl, settings.publicUrl),
        },
      },
    },
    ...problemResponses(['method-not-allowed'], wellKnownPath('openid-configuration'), settings),
  },
});

const strings = { type: 'array', items: { type: 'string' } };

const configurationSchema = {
  type: 'object',
  properties: {
    issuer: { type: 'string', format: 'uri', description: '`iss` of every token.' },
    jwks_uri: { type: 'string', format: 'uri', description: 'Where the keys are.' },
    id_token_signing_alg_values_supported: strings,
    subject_types_supported: strings,
    response_types_supported: strings,
    claims_supported: strings,
  },
  required: ['issuer', 'jwks_uri', 'id_token_signing_alg_values_supported'],
};

const base64url = { type: 'string', pattern: '^[\\w-]+$' };

const keySetSchema = {
  type: 'object',
  properties: {
    keys: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          kty: { type: 'string', const: 'RSA' },
          n: { ...base64url, description: 'The modulus.' },
          e: { ...base64url, description: 'The exponent.' },
          use: { type: 'string', const: 'sig' },
          alg: { type: 'string', const: 'RS256' },
          kid: { ...base64url, description: 'Which key it is: its thumbprint (RFC 7638).' },
        },
        required: ['kty', 'n', 'e', 'use', 'alg', 'kid'],
      },
    },
  },
  required: ['keys'],
};
