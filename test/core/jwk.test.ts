import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { calculateJwkThumbprint } from 'jose';
import { publicJwk } from '../../lib/core/jwk.ts';
import { someRsaKey } from '../support/kms.ts';

/** The example of RFC 7638, 3.1. */
const example = {
  kty: 'RSA',
  n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
  e: 'AQAB',
};

test('a key is named by the thumbprint of RFC 7638', async () => {
  const { kid } = publicJwk(createPublicKey({ key: example, format: 'jwk' }));
  expect(kid).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  const jwk = publicJwk(someRsaKey().publicKey);
  expect(jwk.kid).toBe(await calculateJwkThumbprint(jwk));
});

test('a key shows its public half, and that it signs with RS256', () => {
  const jwk = publicJwk(someRsaKey().publicKey);
  expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  expect(jwk).toMatchObject({ kty: 'RSA', use: 'sig', alg: 'RS256' });
});

test('a private key given by mistake shows no more than its public half', () => {
  expect(Object.keys(publicJwk(someRsaKey().privateKey)).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a key of another kind is refused', () => {
  expect(() => publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey)).toThrow('must be an RSA key');
});
