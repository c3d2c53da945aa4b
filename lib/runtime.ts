import { randomBytes } from 'node:crypto';
import type { Millis } from './core/time.ts';
import { createLog, type Log } from './log.ts';
import { createMeasure, type Measure } from './metrics.ts';

/** What is not pure, in one place: clock, randomness, log and metrics. */
export interface Runtime {
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
  readonly log: Log;
  readonly measure: Measure;
}

export const createRuntime = (serviceName: string): Runtime => ({
  now: Date.now,
  random: randomBytes,
  log: createLog(serviceName),
  measure: createMeasure(serviceName),
});
