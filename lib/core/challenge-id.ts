declare const kind: unique symbol;

/** Known only to the caller that asked: a code is bound to its request (OWASP ASVS 5.0, 6.6.2). */
export type ChallengeId = string & { readonly [kind]: 'challenge' };

/** 22 characters of base64url for 128 random bits. */
export const challengeId = (random: Uint8Array): ChallengeId =>
  Buffer.from(random).toString('base64url') as ChallengeId;
