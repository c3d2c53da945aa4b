import { stepsOf } from '../core/heartbeat-steps.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type AttemptDeps, attemptTwice } from './attempt.ts';
import type { Failure, SignInPolicy } from './sign-in.ts';
import { type FetchSmsLimit, measureSmsLimit } from './sms-limit.ts';

export interface BeatDeps extends AttemptDeps, Pick<Runtime, 'measure'> {
  /** Undefined: no texts go out by SNS. */
  readonly fetchSmsLimit: FetchSmsLimit | undefined;
}

/** Signs in, and measures each step. */
export function createBeat(deps: BeatDeps, policy: SignInPolicy): () => Promise<Failure | undefined> {
  const { log, measure, fetchSmsLimit } = deps;

  return async () => {
    const failure = await attemptTwice(deps, policy);
    if (failure) log.error('the heartbeat failed', { ...failure });
    for (const step of stepsOf(policy)) measure({ metric: 'HeartbeatFailed', step }, step === failure?.step ? 1 : 0);
    if (fetchSmsLimit) await measureSmsLimit(fetchSmsLimit, deps);
    return failure;
  };
}
