import type { Channel } from '../core/target.ts';
import { toSeconds } from '../core/time.ts';
import type { Limiter } from '../flows/denials.ts';
import type { SendResult } from '../flows/send.ts';
import type { ProblemSlug } from '../locales/catalog.ts';
import type { Measurement } from '../metrics.ts';
import { deniedHeaders, rateLimitHeaders } from './rate-limit.ts';
import { problem, type Reply } from './reply.ts';
import type { SendLoginCodeResponse } from './schemas.ts';

const throttled: Readonly<Record<Limiter, ProblemSlug>> = {
  caller: 'caller-throttled',
  target: 'target-throttled',
  'sms-budget': 'sms-budget-spent',
};

/** What of a send is counted. */
export function measurementOf(result: SendResult, channel: Channel): Measurement | undefined {
  switch (result.outcome) {
    case 'sent':
      return { metric: 'Sent', channel };
    case 'throttled':
      return { metric: 'Denied', limit: result.limiter };
    case 'not-sent':
      return { metric: 'DeliveryFailed', channel };
    case 'unknown':
      return { metric: 'DeliveryUnknown', channel };
    case 'unsupported':
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
          expires_in: toSeconds(result.lifetime),
          challenge_id: result.challengeId,
        } satisfies SendLoginCodeResponse['data'],
        // The caller's quota alone: a target's would tell a stranger that it was used today.
        headers: rateLimitHeaders('caller', result.callerQuotas),
      };
    case 'throttled':
      return problem(throttled[result.limiter], {
        wait: result.wait,
        headers: deniedHeaders(result.limiter, result.limit, result.wait),
      });
    case 'unsupported':
      return problem(`${result.channel}-not-supported`);
    case 'not-sent':
      return problem('delivery-failed');
    case 'unknown':
      return problem('delivery-failed', { challengeId: result.challengeId });
  }
}
