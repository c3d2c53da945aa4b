import { tick } from '../core/heartbeat.ts';
import { stepsOf } from '../core/heartbeat-steps.ts';
import type { Millis } from '../core/time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type Failure, type SignInDeps, type SignInPolicy, signIn } from './sign-in.ts';
import { type FetchSmsLimit, measureSmsLimit } from './sms-limit.ts';

export interface BeatDeps extends SignInDeps, Pick<Runtime, 'log' | 'measure'> {
  readonly pause: (length: Millis) => Promise<void>;
  /** Undefined: no texts go out by SNS. */
  readonly fetchSmsLimit: FetchSmsLimit | undefined;
}

/** Signs in, and once more where that failed: a single lost packet wakes nobody. */
export function createBeat(deps: BeatDeps, policy: SignInPolicy): () => Promise<Failure | undefined> {
  const { log, measure, pause, fetchSmsLimit } = deps;

  return async () => {
    const failure = await attempt();
    for (const step of stepsOf(policy)) measure({ metric: 'HeartbeatFailed', step }, step === failure?.step ? 1 : 0);
    if (fetchSmsLimit) await measureSmsLimit(fetchSmsLimit, deps);
    return failure;
  };

  async function attempt(): Promise<Failure | undefined> {
    const first = await signIn(deps, policy);
    if (!first) return undefined;
    log.warn('the heartbeat failed, and tries again', { ...first });
    await pause(tick); // for an identity of another moment
    const second = await signIn(deps, policy);
    if (second) log.error('the heartbeat failed', { ...second });
    return second;
  }
}
