import type { Measurement } from './runtime/metrics.ts';
import type { Runtime } from './runtime/runtime.ts';

/** Each use of a test identity is told besides, since whoever knows its code can sign in as it. */
export function countOutcome(measurement: Measurement | undefined, { log, measure }: Pick<Runtime, 'log' | 'measure'>) {
  if (!measurement) return;
  measure(measurement);
  if (measurement.metric === 'TestTargetUsed') log.warn('a test identity was used', { channel: measurement.channel });
}
