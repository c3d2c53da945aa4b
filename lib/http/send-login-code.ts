import { heartbeatCaller } from '../core/caller.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import type { Channel, Target } from '../core/target.ts';
import type { TestTargets } from '../core/test-targets.ts';
import { type Millis, secondsLeft } from '../core/time.ts';
import type { Send } from '../flows/send.ts';
import type { SendResult } from '../flows/send-result.ts';
import { validateSendRequest } from '../generated/validators.js';
import type { Measurement } from '../runtime/metrics.ts';
import { countOutcome, type Runtime } from '../runtime/runtime.ts';
import { callerOf, type TrustedProxy } from './caller.ts';
import type { Endpoint } from './chain/endpoint.ts';
import { problem, type Reply } from './chain/reply.ts';
import { violationsIn } from './chain/request-body.ts';
import type { SendLoginCodeResponse } from './contract/send-login-code.ts';
import { replyToDenied } from './denied.ts';
import type { RecogniseHeartbeat } from './heartbeat.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { type Address, readTarget } from './read-target.ts';

interface Settings {
  /** Undefined: the channel is off. */
  readonly email: object | undefined;
  readonly sms: object | undefined;
  readonly testTargets: TestTargets;
  readonly proxy: TrustedProxy | undefined;
  /** Absent: there is no heartbeat. */
  readonly recogniseHeartbeat?: RecogniseHeartbeat | undefined;
}

type SendBody = Address & { readonly challenge_id?: ChallengeId; readonly device_token?: string };

export const sendEndpoint = (send: Send, settings: Settings, runtime: Runtime): Endpoint<SendBody> => ({
  method: 'POST',
  validate: validateSendRequest,
  handle: async ({ body, event, call }) => {
    const { testTargets, proxy, recogniseHeartbeat } = settings;
    const [target, idempotency] = await Promise.all([
      readTarget(body, testTargets, runtime.now(), recogniseHeartbeat),
      readIdempotencyKey(event),
    ]);
    if ('violations' in target || 'violations' in idempotency) {
      return problem('invalid-request', { violations: violationsIn(target, idempotency) });
    }
    const caller = target.heartbeat ? heartbeatCaller : callerOf(event, proxy, runtime.log);
    const result = await send({
      target,
      caller,
      locale: call.language.locale,
      challengeId: body.challenge_id,
      deviceToken: body.device_token,
      idempotencyKey: idempotency.key,
    });
    countOutcome(sendMeasurement(result, target), runtime);
    return { ...replyToSend(result, otherThan(target, settings), runtime.now()), channel: target.channel };
  },
});

/** The metric for this result; undefined if there is none. */
function sendMeasurement(result: SendResult, { channel, knownCode, heartbeat }: Target): Measurement | undefined {
  if (heartbeat) return undefined;
  switch (result.outcome) {
    case 'sent':
      return { metric: knownCode === undefined ? 'Sent' : 'TestTargetUsed', channel };
    case 'denied':
      return { metric: 'Denied', limit: result.denial.limiter };
    case 'not-sent':
      return { metric: 'DeliveryFailed', channel };
    case 'unknown':
      return { metric: 'DeliveryUnknown', channel };
    case 'unsupported':
    case 'repeated':
      return undefined;
  }
}

/** The other channel, if it is on. */
function otherThan({ channel }: Target, on: Settings): Channel | undefined {
  const other = channel === 'email' ? 'sms' : 'email';
  return on[other] && other;
}

function replyToSend(result: SendResult, other: Channel | undefined, now: Millis): Reply {
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
        // Only the caller's quota: the target's would tell a stranger that the address was used today.
        headers: rateLimitHeaders('caller', result.callerQuotas),
      };
    case 'denied':
      return result.denial.limiter === 'unreachable' ? notSent(other) : replyToDenied(result.denial, now);
    case 'unsupported':
      return problem(`${result.channel}-not-supported`);
    case 'not-sent':
      return notSent(other);
    case 'unknown':
      return problem('delivery-failed', { challengeId: result.challengeId });
    case 'repeated':
      return replayed(replyToSend(result.first, other, now));
  }
}

/** Lets a client tell a repeat from a second message. The name is Stripe's. */
function replayed(reply: Reply): Reply {
  const mark = { 'Idempotent-Replayed': 'true' };
  if (reply.kind === 'data') return { ...reply, headers: { ...reply.headers, ...mark } };
  if (reply.kind !== 'problem') return reply;
  return { ...reply, problem: { ...reply.problem, headers: { ...reply.problem.headers, ...mark } } };
}

const notSent = (tryInstead: Channel | undefined): Reply => problem('delivery-failed', tryInstead && { tryInstead });
