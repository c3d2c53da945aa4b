import type { Target } from '../core/target.ts';
import { secondsLeft } from '../core/time.ts';
import type { SendResult } from '../flows/send-result.ts';
import type { Measurement } from '../runtime/metrics.ts';
import { problem, type Reply } from './chain/reply.ts';
import type { SendLoginCodeResponse } from './contract/send-login-code.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { replyToThrottled } from './throttled.ts';

/** What of a send is counted. */
export function sendMeasurement(result: SendResult, { channel, knownCode }: Target): Measurement | undefined {
  switch (result.outcome) {
    case 'sent':
      return { metric: knownCode === undefined ? 'Sent' : 'TestTargetUsed', channel };
    case 'throttled':
      return { metric: 'Denied', limit: result.limiter };
    case 'not-sent':
      return { metric: 'DeliveryFailed', channel };
    case 'unknown':
      return { metric: 'DeliveryUnknown', channel };
    case 'unsupported':
    case 'repeated':
      return undefined;
  }
}

/** The one table from what came of a send to what is answered. */
export function replyToSend(result: SendResult): Reply {
  switch (result.outcome) {
    case 'sent':
      return {
        kind: 'data',
        data: {
          channel: result.target.channel,
          target: result.target.masked,
          expires_in: secondsLeft(result.lifetime),
          challenge_id: result.challengeId,
        } satisfies SendLoginCodeResponse['data'],
        // The caller's quota alone: a target's would tell a stranger that it was used today.
        headers: rateLimitHeaders('caller', result.callerQuotas),
      };
    case 'throttled':
      return replyToThrottled(result);
    case 'unsupported':
      return problem(`${result.channel}-not-supported`);
    case 'not-sent':
      return problem('delivery-failed');
    case 'unknown':
      return problem('delivery-failed', { challengeId: result.challengeId });
    case 'repeated':
      return replyToSend(result.first);
  }
}
