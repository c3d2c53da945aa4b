import { createHash, type KeyObject } from 'node:crypto';

/** One key of the key set (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly use: 'sig';
  readonly alg: 'RS256';
  readonly kid: string;
}

export function publicJwk(key: KeyObject): PublicJwk {
  const { kty, n, e } = key.export({ format: 'jwk' });
  if (kty !== 'RSA' || n === undefined || e === undefined) throw new Error('A signing key must be an RSA key');
  return { kty, n, e, use: 'sig', alg: 'RS256', kid: thumbprint(n, e) };
}

/** RFC 7638: these members alone, in this order, without a space. */
const thumbprint = (n: string, e: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
