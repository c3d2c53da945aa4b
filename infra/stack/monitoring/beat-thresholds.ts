import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { HeartbeatStep } from '../../../lib/core/heartbeat-steps.ts';
import type { Threshold } from './alarm.ts';
import type { Beats } from './beats.ts';

/** Two runs in a row, each of which has tried twice. */
const beat = (metric: IMetric | undefined, means: string): Threshold => ({
  metric,
  above: 0,
  periods: [2, 2],
  mustBeMeasured: true,
  means: `${means} Or the heartbeat itself does not run.`,
});

/** One for each step, so that the alarm says which. */
export const beatThresholds = (heartbeat: Beats): Readonly<Record<`heartbeat-${HeartbeatStep}`, Threshold>> => ({
  'heartbeat-send': beat(heartbeat.send, 'Nobody can ask for a code: the heartbeat gets none.'),
  'heartbeat-clock': beat(heartbeat.clock, "The service's clock is more than 30 s from the heartbeat's."),
  'heartbeat-verify': beat(heartbeat.verify, 'Nobody can sign in: a right code gives the heartbeat no token.'),
  'heartbeat-key-set': beat(heartbeat['key-set'], 'Backends refuse every token: the key set does not bear it out.'),
  'heartbeat-email': beat(heartbeat.email, 'SES does not take the mail of the heartbeat.'),
});
