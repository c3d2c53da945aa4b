import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Limit } from '../../../lib/core/limits.ts';
import type { SendConfig } from '../../../lib/settings/config.ts';
import { beatEvery } from './beats.ts';

/** Codes for a mailbox and for an identity, one of which is checked; and all once more if that fails. */
const perBeat = { callerLimits: 4, verifyCallerLimits: 2 };
type Name = keyof typeof perBeat;

/** All beats count as one caller, by the limits of any. */
export function warnOfDeniedHeartbeat(scope: Construct, config: Pick<SendConfig, Name>): void {
  const denying = (Object.keys(perBeat) as Name[]).filter((name) => config[name].some(isBelow(perBeat[name])));
  if (denying.length === 0) return;
  Validations.of(scope).addWarning(
    'login-code:heartbeat-is-denied',
    `${denying.join(' and ')} deny the heartbeat, which asks for up to 4 codes and checks up to 2 every 3 minutes. Allow that many, or set heartbeat=false.`,
  );
}

const isBelow =
  (count: number) =>
  ({ max, window }: Limit): boolean =>
    max < count * Math.ceil(window / beatEvery.toMilliseconds());
