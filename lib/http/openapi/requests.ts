import { address, challengeId, deviceToken } from '../contract/parts.ts';
import { sendRequestSchema } from '../contract/send-login-code.ts';
import { verifyRequestSchema } from '../contract/verify-login-code.ts';

/**
 * The requests as clients write them, before `null` and `""` are removed: the contract's schemas are about what is left. One
 * object with an address or one with a number, so that typed clients cannot send neither or both.
 */
const byEither = <const Name extends string>(name: Name, description: string, email: object, phone: object) => ({
  [`${name}Request`]: {
    description,
    oneOf: [ref(`${name}ByEmail`), ref(`${name}ByPhone`)],
  },
  [`${name}ByEmail`]: email,
  [`${name}ByPhone`]: phone,
});

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Must not be given, except as what means absent. */
const absent = (other: string) => ({
  description: `Not beside \`${other}\`.`,
  type: ['string', 'null'],
  enum: ['', null],
});

const given = <T extends object>(schema: T) => ({ ...schema, minLength: 1 });

/** May be left out, `null` or `""`. */
const optional = <T extends object>(schema: T) => ({ ...schema, type: ['string', 'null'] });

const emptyOr = (pattern: string): string => `^$|${pattern}`;

const eitherAddress = {
  email: { email: given(address.email), phone: absent('email') },
  phone: { phone: given(address.phone), email: absent('phone') },
};

const sendFields = {
  device_token: optional(deviceToken),
  challenge_id: optional({
    ...sendRequestSchema.properties.challenge_id,
    pattern: emptyOr(challengeId.pattern),
  }),
};

const { code, nonce, challenge_id } = verifyRequestSchema.properties;
const verifyFields = { code, challenge_id, nonce: optional(nonce) };

const send = (key: 'email' | 'phone') => ({
  type: 'object',
  description: `A code by ${key === 'email' ? 'email' : 'SMS'}.`,
  properties: { ...eitherAddress[key], ...sendFields },
  required: [key],
});

const verify = (key: 'email' | 'phone') => ({
  type: 'object',
  description: `A code that was sent by ${key === 'email' ? 'email' : 'SMS'}.`,
  properties: { ...eitherAddress[key], ...verifyFields },
  required: [key, 'code', 'challenge_id'],
});

export const requestSchemas = {
  ...byEither('SendLoginCode', sendRequestSchema.description, send('email'), send('phone')),
  ...byEither('VerifyLoginCode', verifyRequestSchema.description, verify('email'), verify('phone')),
};
