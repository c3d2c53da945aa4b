import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { HeartbeatStep } from '../../../lib/core/heartbeat-steps.ts';
import { counted } from './counted.ts';

/** How often the heartbeat runs: an alarm that needs two failures goes off within ten minutes. */
export const beatEvery = Duration.minutes(3);

/** By the step. Undefined where it is not taken. */
export type Beats = Readonly<Partial<Record<HeartbeatStep, IMetric>>>;

/**
 * 1 where the step failed, or where nothing was measured: a heartbeat that does not beat is a failure too. FILL says so at once;
 * an alarm would first look for older values in place of those that are missing.
 */
function failed(serviceName: string, step: HeartbeatStep): IMetric {
  const name = `failed_${step.replace('-', '_')}`; // one graph shows them all
  const options = { statistic: Stats.MAXIMUM, period: beatEvery };
  return new MathExpression({
    expression: `FILL(${name}, 1)`,
    usingMetrics: { [name]: counted(serviceName, { metric: 'HeartbeatFailed', step }, options) },
    label: step,
    period: beatEvery,
  });
}

export const failedBeats = (serviceName: string, steps: readonly HeartbeatStep[]): Beats =>
  Object.fromEntries(steps.map((step) => [step, failed(serviceName, step)]));
