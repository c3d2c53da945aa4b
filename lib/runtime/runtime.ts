import { randomBytes } from 'node:crypto';
import type { Budget } from '../core/budget.ts';
import type { BudgetKey } from '../core/item-keys.ts';
import type { Millis } from '../core/time.ts';
import { createLog, type Log } from './log.ts';
import { createMeasure, type Measure, type Measurement } from './metrics.ts';

/** Everything that is not pure, in one place: clock, randomness, log and metrics. */
export interface Runtime {
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
  readonly log: Log;
  readonly measure: Measure;
  /**
   * How many times longer than on Lambda a call may take to the table and for the secrets. 1 unless they run in this same
   * process, which then answers slowly when much is asked at once.
   */
  readonly patience: number;
}

export const createRuntime = (serviceName: string): Runtime => ({
  now: Date.now,
  random: pooledRandom(),
  log: createLog(serviceName),
  measure: createMeasure(serviceName),
  patience: 1,
});

/** For a rehearsal, which is no request: nothing of it is logged or counted. */
export const silent = (runtime: Runtime): Runtime => ({
  ...runtime,
  log: { info() {}, warn() {}, error() {} },
  measure() {},
});

/** Counts a result. Each use of a test identity is also logged, since anyone who knows its code can sign in as it. */
export function countOutcome(measurement: Measurement | undefined, { log, measure }: Pick<Runtime, 'log' | 'measure'>) {
  if (!measurement) return;
  measure(measurement);
  if (measurement.metric === 'TestTargetUsed') log.warn('a test identity was used', { channel: measurement.channel });
}

/** Counts and logs that half of a UTC day's messages are sent: the item's key names the channel, the country and the day. */
export function countHalfSpent({ limiter, key }: Budget, { log, measure }: Pick<Runtime, 'log' | 'measure'>): void {
  measure({ metric: 'BudgetHalfSpent', budget: limiter });
  log.warn('half of a budget is spent', { budget: key });
}

/** Counts and logs that texts stay unanswered. The number is not named, and neither is its block. */
export function countSuspect(
  {
    scope,
    budget,
    refused,
  }: { readonly scope: 'country' | 'block'; readonly budget: BudgetKey; readonly refused: boolean },
  { log, measure }: Pick<Runtime, 'log' | 'measure'>,
): void {
  measure({ metric: 'PumpingSuspected', scope });
  log.warn('too many texts stay unanswered', { scope, budget, refused });
}

/** Asking the system for a kilobyte takes hardly longer than for a few bytes. No byte is given twice. */
function pooledRandom(): Runtime['random'] {
  let pool = Buffer.alloc(0);
  return (bytes) => {
    if (pool.length < bytes) pool = randomBytes(Math.max(bytes, 1_024));
    const given = pool.subarray(0, bytes);
    pool = pool.subarray(bytes);
    return given;
  };
}
