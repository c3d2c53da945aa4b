import { randomBytes } from 'node:crypto';
import type { Millis } from '../core/time.ts';
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
  random: pooledRandom(),
  log: createLog(serviceName),
  measure: createMeasure(serviceName),
});

/** Asking the system for a kilobyte takes hardly longer than for a few bytes. None is given twice. */
function pooledRandom(): Runtime['random'] {
  let pool = Buffer.alloc(0);
  return (bytes) => {
    if (pool.length < bytes) pool = randomBytes(Math.max(bytes, 1_024));
    const given = pool.subarray(0, bytes);
    pool = pool.subarray(bytes);
    return given;
  };
}
