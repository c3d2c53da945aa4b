import { type IndexKey, mac } from './mac.ts';
import type { Canonical } from './target.ts';

declare const kind: unique symbol;

/** Given only to the client that asked: the code is bound to that request (OWASP ASVS 5.0, 6.6.2). */
export type ChallengeId = string & { readonly [kind]: 'challenge' };

/** Made by the client: a repeat of one request carries the same key, another request another key. */
export type IdempotencyKey = string & { readonly [kind]: 'idempotency' };

const bytes = 128 / 8;

/** 22 characters of base64url for 128 random bits. */
export const challengeId = (random: Uint8Array): ChallengeId =>
  Buffer.from(random).toString('base64url') as ChallengeId;

/** The same for every repeat, and as hard to guess as the client's key. */
export const repeatableChallengeId = (
  index: IndexKey,
  target: Canonical,
  idempotencyKey: IdempotencyKey,
): ChallengeId => challengeId(mac(index, 'idempotency', target, idempotencyKey).subarray(0, bytes));
