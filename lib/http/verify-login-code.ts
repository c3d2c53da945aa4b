import type { Target } from '../core/target.ts';
import { secondsLeft } from '../core/time.ts';
import type { VerifyResult } from '../flows/verify.ts';
import type { Measurement } from '../runtime/metrics.ts';
import { problem, type Reply } from './chain/reply.ts';
import type { VerifyLoginCodeResponse } from './contract/verify-login-code.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { replyToThrottled } from './throttled.ts';

/** What of a verification is counted. */
export function verifyMeasurement(result: VerifyResult, { channel, knownCode }: Target): Measurement | undefined {
  switch (result.outcome) {
    case 'verified':
      return { metric: knownCode === undefined ? 'Verified' : 'TestTargetUsed', channel };
    case 'wrong':
      return { metric: 'VerifyFailed', channel };
    case 'throttled':
      return { metric: 'Denied', limit: result.limiter };
    case 'over':
      return undefined;
  }
}

/** The one table from what came of a verification to what is answered. */
export function replyToVerify(result: VerifyResult): Reply {
  switch (result.outcome) {
    case 'verified':
      return {
        kind: 'data',
        data: {
          token: result.token.jwt,
          token_type: 'Bearer',
          expires_in: secondsLeft(result.token.lifetime),
          channel: result.target.channel,
          target: result.target.masked,
        } satisfies VerifyLoginCodeResponse['data'],
        headers: rateLimitHeaders('verify-caller', result.callerQuotas),
      };
    case 'wrong':
      return problem('code-invalid', { attemptsLeft: result.attemptsLeft });
    case 'over':
      return problem('code-expired');
    case 'throttled':
      return replyToThrottled(result);
  }
}
