import type { PublicJwk } from '../core/jwk.ts';
import { minute, toSeconds } from '../core/time.ts';
import type { Reply } from './chain/reply.ts';

/**
 * Caches keep the key set as long as a token lives by default: a key that is withdrawn passes nowhere longer than the last
 * token it signed, and verifiers ask seldom enough.
 */
const keySetMaxAge = toSeconds(5 * minute);

/** RFC 7517, 5. */
export const keySetDocument = (keys: readonly PublicJwk[]): Reply => ({
  kind: 'document',
  json: JSON.stringify({ keys }),
  maxAge: keySetMaxAge,
});

/**
 * What middleware configures itself from (OpenID Connect Discovery 1.0, 3). Nobody is ever redirected here, so there is no
 * authorization or token endpoint to name, although the standard wants one; Kubernetes and GitHub Actions leave them out
 * of theirs for the same reason. `response_types_supported` may be neither absent nor empty, and says as theirs do that
 * what is issued is like an ID token.
 */
export const openIdConfiguration = (issuer: string, publicUrl: string) => ({
  issuer,
  jwks_uri: `${publicUrl}/.well-known/jwks.json`,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: [
    ...['iss', 'aud', 'sub', 'auth_time', 'iat', 'exp', 'jti', 'amr'],
    ...['email', 'email_verified', 'phone_number', 'phone_number_verified'],
  ],
});
