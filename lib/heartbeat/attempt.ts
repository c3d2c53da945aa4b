import { tick } from '../core/heartbeat.ts';
import type { Millis } from '../core/time.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { type Failure, type SignInDeps, type SignInPolicy, signIn } from './sign-in.ts';

export interface AttemptDeps extends SignInDeps, Pick<Runtime, 'log'> {
  readonly pause: (length: Millis) => Promise<void>;
}

/** Signs in, and once more where that failed: a single lost packet is no failure. */
export async function attemptTwice(deps: AttemptDeps, policy: SignInPolicy): Promise<Failure | undefined> {
  const first = await signIn(deps, policy);
  if (!first) return undefined;
  deps.log.warn('the heartbeat failed, and tries again', { ...first });
  await deps.pause(tick); // for an identity of another moment
  return signIn(deps, policy);
}
