import { generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { publicJwk } from '../core/jwk.ts';
import { once } from '../once.ts';
import type { SigningKey } from './signing-key.ts';

const pair = once(() => promisify(generateKeyPair)('rsa', { modulusLength: 2_048 }));

/** For laptops: made when first used, one a process, so that whoever serves the public half has the same. */
export const inProcessKey: SigningKey = {
  publicKey: async () => publicJwk((await pair()).publicKey),
  sign: async (input) => sign('sha256', Buffer.from(input), (await pair()).privateKey),
};
