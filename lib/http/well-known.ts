import type { PublicJwk } from '../core/jwk.ts';
import { hour, minute, toSeconds } from '../core/time.ts';
import { jsonFile, type Reply } from './chain/reply.ts';
import { wellKnownPath } from './routes.ts';

/**
 * As long as a token lives by default: after a key is withdrawn, caches trust it no longer than its last token lives. So
 * neither `stale-while-revalidate` nor `stale-if-error` stands beside it: either would let a withdrawn key live on.
 */
const keySetMaxAge = toSeconds(5 * minute);

/** RFC 7517, 5. */
export const keySetDocument = (keys: readonly PublicJwk[]): Reply => jsonFile(JSON.stringify({ keys }), keySetMaxAge);

/** When the issuer or the address changes, those who check tokens follow within an hour. */
export const configurationMaxAge = toSeconds(hour);

/**
 * JWT middleware configures itself from this document (OpenID Connect Discovery 1.0, 3). Nobody is redirected here, so there
 * is no authorization or token endpoint to name, although the standard asks for one; Kubernetes and GitHub Actions leave
 * them out for the same reason. `response_types_supported` must not be empty: as in theirs, the token is like an ID token.
 */
export const openIdConfiguration = (issuer: string, publicUrl: string) => ({
  issuer,
  jwks_uri: `${publicUrl}${wellKnownPath('jwks.json')}`,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: [
    ...['iss', 'aud', 'sub', 'auth_time', 'iat', 'exp', 'jti', 'amr', 'nonce'],
    ...['email', 'email_verified', 'phone_number', 'phone_number_verified', 'test_identity'],
  ],
});
