import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { heartbeatAudience } from '../core/heartbeat.ts';
import type { Millis } from '../core/time.ts';
import type { AnswerBody } from './ask.ts';

export interface Expected {
  readonly issuer: string;
  readonly email: string;
  readonly nonce: string;
  readonly now: Millis;
}

/** As a backend checks it. Gives what is wrong with the token, or undefined. */
export async function faultOfToken(
  token: string,
  { keys }: AnswerBody,
  { issuer, email, nonce, now }: Expected,
): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: Array.isArray(keys) ? keys : [] }), {
      issuer,
      audience: heartbeatAudience,
      algorithms: ['RS256'],
      currentDate: new Date(now),
      clockTolerance: 60, // seconds; the step before this one looks at clocks
    });
    return payload.nonce === nonce && payload.email === email ? undefined : 'another person';
  } catch (error) {
    if (error instanceof errors.JOSEError) return error.code;
    throw error;
  }
}
