import { heartbeatCaller } from '../core/caller.ts';
import type { CodePolicy } from '../core/challenge.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import type { Target } from '../core/target.ts';
import type { TestTargets } from '../core/test-targets.ts';
import { type Millis, secondsLeft } from '../core/time.ts';
import type { Verify, VerifyResult } from '../flows/verify.ts';
import { validateVerifyRequest } from '../generated/validators.js';
import type { Measurement } from '../runtime/metrics.ts';
import { countOutcome, type Runtime } from '../runtime/runtime.ts';
import { callerOf, type TrustedProxy } from './caller.ts';
import type { Endpoint } from './chain/endpoint.ts';
import { problem, type Reply } from './chain/reply.ts';
import { violationsIn } from './chain/request-body.ts';
import type { VerifyLoginCodeResponse } from './contract/verify-login-code.ts';
import { replyToDenied } from './denied.ts';
import type { RecogniseHeartbeat } from './heartbeat.ts';
import { rateLimitHeaders } from './rate-limit.ts';
import { readCode } from './read-code.ts';
import { type Address, readTarget } from './read-target.ts';

interface Settings {
  readonly code: CodePolicy;
  readonly testTargets: TestTargets;
  readonly proxy: TrustedProxy | undefined;
  /** Absent: there is no heartbeat. */
  readonly recogniseHeartbeat?: RecogniseHeartbeat | undefined;
}

type VerifyBody = Address & { readonly challenge_id: ChallengeId; readonly code: string; readonly nonce?: string };

export const verifyEndpoint = (verify: Verify, settings: Settings, runtime: Runtime): Endpoint<VerifyBody> => ({
  method: 'POST',
  validate: validateVerifyRequest,
  handle: async ({ body, event }) => {
    const target = await readTarget(body, settings.testTargets, runtime.now(), settings.recogniseHeartbeat);
    const code = readCode(body.code, settings.code);
    if ('violations' in target || 'violations' in code) {
      return problem('invalid-request', { violations: violationsIn(target, code) });
    }
    const caller = target.heartbeat ? heartbeatCaller : callerOf(event, settings.proxy, runtime.log);
    const result = await verify({ target, caller, challengeId: body.challenge_id, nonce: body.nonce, ...code });
    countOutcome(verifyMeasurement(result, target), runtime);
    return { ...replyToVerify(result, runtime.now()), channel: target.channel };
  },
});

/** The metric for this result; undefined if there is none. */
function verifyMeasurement(result: VerifyResult, { channel, knownCode, heartbeat }: Target): Measurement | undefined {
  if (heartbeat) return undefined;
  switch (result.outcome) {
    case 'verified':
      return { metric: knownCode === undefined ? 'Verified' : 'TestTargetUsed', channel };
    case 'wrong':
      return { metric: 'VerifyFailed', channel };
    case 'denied':
      return { metric: 'Denied', limit: result.denial.limiter };
    case 'over':
      return undefined;
  }
}

function replyToVerify(result: VerifyResult, now: Millis): Reply {
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
          ...(result.deviceToken && { device_token: result.deviceToken }),
        } satisfies VerifyLoginCodeResponse['data'],
        headers: rateLimitHeaders('verify-caller', result.callerQuotas),
      };
    case 'wrong':
      return problem('code-invalid', { attemptsLeft: result.attemptsLeft });
    case 'over':
      return problem('code-expired');
    case 'denied':
      return replyToDenied(result.denial, now);
  }
}
