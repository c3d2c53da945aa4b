import type { PublicJwk } from '../core/jwk.ts';

/** A key pair whose private half stays where it is. */
export interface SigningKey {
  publicKey(): Promise<PublicJwk>;
  /** RSASSA-PKCS1-v1_5 with SHA-256, which JOSE calls RS256. */
  sign(input: string): Promise<Uint8Array>;
}
