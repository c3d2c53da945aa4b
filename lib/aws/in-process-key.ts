import { generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { publicJwk } from '../core/jwk.ts';
import { once } from '../once.ts';
import type { SigningKey } from './signing-key.ts';

const pair = once(() => promisify(generateKeyPair)('rsa', { modulusLength: 2_048 }));

/** For laptops: made on first use, one for each process, so that the function that serves the public half has the same key. */
export const inProcessKey: SigningKey = {
  publicKey: async () => publicJwk((await pair()).publicKey),
  sign: async (input) => sign('sha256', Buffer.from(input), (await pair()).privateKey),
};
