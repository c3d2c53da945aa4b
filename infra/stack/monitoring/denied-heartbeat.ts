import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Limit } from '../../../lib/core/limits.ts';
import { beatEvery } from './beats.ts';

/** A mailbox and an identity, and both once more if that fails. */
const sendsPerBeat = 4;

/** All beats count as one caller, by the limits of any. */
export function warnOfDeniedHeartbeat(scope: Construct, callerLimits: readonly Limit[]): void {
  const isDenied = callerLimits.some(
    ({ max, window }) => max < sendsPerBeat * Math.ceil(window / beatEvery.toMilliseconds()),
  );
  if (!isDenied) return;
  Validations.of(scope).addWarning(
    'login-code:heartbeat-is-denied',
    'callerLimits deny the heartbeat, which asks for up to 4 codes every 3 minutes. Allow that many, or set heartbeat=false.',
  );
}
