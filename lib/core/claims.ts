import { heartbeatAudience } from './heartbeat.ts';
import { type IndexKey, macText } from './mac.ts';
import type { Canonical, Target } from './target.ts';
import { type Millis, type Seconds, second, toSeconds } from './time.ts';

export interface TokenPolicy {
  readonly issuer: string;
  readonly audience: string;
  readonly lifetime: Millis;
}

interface EmailProven {
  readonly email: Canonical;
  readonly email_verified: true;
  readonly amr: readonly ['otp'];
}

interface PhoneProven {
  readonly phone_number: Canonical;
  readonly phone_number_verified: true;
  readonly amr: readonly ['otp', 'sms'] | readonly ['otp'];
}

/** Names are those of RFC 7519 and OpenID Connect Core, methods (`amr`) those of RFC 8176. */
export type Claims = (EmailProven | PhoneProven) & {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly auth_time: Seconds;
  readonly iat: Seconds;
  readonly exp: Seconds;
  readonly jti: string;
  /** As the client gave it with the code. */
  readonly nonce?: string;
  /** The code was known in advance and nothing was sent: this shows that nobody owns the address or number. */
  readonly test_identity?: true;
};

/** What makes one token different from the next. */
export interface Occasion {
  readonly at: Millis;
  readonly jti: string;
  readonly nonce?: string | undefined;
}

export function claimsFor(target: Target, key: IndexKey, policy: TokenPolicy, occasion: Occasion): Claims {
  const { jti, nonce } = occasion;
  const at = Math.floor(occasion.at / second); // rounded up, `iat` would be in the future, which verifiers refuse
  return {
    iss: policy.issuer,
    aud: target.heartbeat ? heartbeatAudience : policy.audience,
    sub: subjectOf(target, key),
    ...proven(target),
    auth_time: at,
    iat: at,
    exp: at + toSeconds(policy.lifetime),
    jti,
    ...(nonce !== undefined && { nonce }),
    ...(target.knownCode !== undefined && { test_identity: true }),
  };
}

/** Names the person: the same every time, and it does not give back the address or number. */
const subjectOf = ({ canonical }: Target, key: IndexKey): string => macText(key, 'subject', canonical);

const proven = ({ channel, canonical, knownCode }: Target): EmailProven | PhoneProven =>
  channel === 'email'
    ? { email: canonical, email_verified: true, amr: ['otp'] }
    : { phone_number: canonical, phone_number_verified: true, amr: knownCode ? ['otp'] : ['otp', 'sms'] };
