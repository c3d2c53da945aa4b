import { claimsFor, type TokenPolicy } from '../core/claims.ts';
import { compact, signingInput } from '../core/jws.ts';
import type { Keys } from '../core/keys.ts';
import type { Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';

/** A signed JWT that says whose address or number it is. */
export interface Token {
  readonly jwt: string;
  readonly lifetime: Millis;
}

/** Signs with RS256 only. Throws if it cannot sign. */
export interface Signer {
  /** The key's id in the key set. */
  kid(): Promise<string>;
  sign(input: string): Promise<Uint8Array>;
}

export interface IssueTokenDeps {
  readonly signer: Signer;
  readonly keys: () => Promise<Pick<Keys, 'index'>>;
  readonly random: (bytes: number) => Buffer;
}

export type IssueToken = (target: Target, at: Millis, nonce?: string) => Promise<Token>;

export function createIssueToken({ signer, keys, random }: IssueTokenDeps, policy: TokenPolicy): IssueToken {
  return async (target, at, nonce) => {
    const [{ index }, kid] = await Promise.all([keys(), signer.kid()]);
    const jti = random(16).toString('base64url');
    const input = signingInput(kid, claimsFor(target, index, policy, { at, jti, nonce }));
    return { jwt: compact(input, await signer.sign(input)), lifetime: policy.lifetime };
  };
}
