import { randomBytes } from 'node:crypto';
import type { Millis } from './core/time.ts';
import { createLog, type Log } from './log.ts';

/** What is not pure, in one place: clock, randomness and log. */
export interface Runtime {
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
  readonly log: Log;
}

export const createRuntime = (serviceName: string): Runtime => ({
  now: Date.now,
  random: randomBytes,
  log: createLog(serviceName),
});
