import type { Claims } from './claims.ts';

/** The text that is signed (RFC 7515, 5.1). */
export const signingInput = (kid: string, claims: Claims): string =>
  `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(claims)}`;

/** The token, in the compact serialisation (RFC 7515, 7.1). */
export const compact = (input: string, signature: Uint8Array): string =>
  `${input}.${Buffer.from(signature).toString('base64url')}`;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
