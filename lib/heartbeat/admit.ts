import { describeError } from '../runtime/log.ts';
import { type AttemptDeps, attemptTwice } from './attempt.ts';
import type { SignInPolicy } from './sign-in.ts';

/** Whether a new version may take requests: only if somebody can sign in with it. The log says why not. */
export async function mayTakeRequests(deps: AttemptDeps, policy: SignInPolicy): Promise<boolean> {
  const { log } = deps;
  try {
    const failure = await attemptTwice(deps, policy);
    if (failure) log.error('the new version is refused', { ...failure });
    else log.info('the new version signs in', {});
    return !failure;
  } catch (error) {
    // Without an answer, CodeDeploy would wait an hour before it gives up.
    log.error('the new version could not be tested', describeError(error));
    return false;
  }
}
