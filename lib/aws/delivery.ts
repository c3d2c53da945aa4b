import { setTimeout as pause } from 'node:timers/promises';
import { deliveryTimeout } from '../core/deadlines.ts';
import type { Delivery } from '../core/message.ts';
import type { Millis } from '../core/time.ts';
import { describeError, type Log } from '../runtime/log.ts';
import { type Fault, faultOf, reasonOf } from './faults.ts';

const attempts = 3;
const firstPause: Millis = 150;

/** SendEmail, Publish and SendTextMessage are not idempotent, so only a message that was certainly not accepted is tried again. */
export async function deliverWith(
  send: (signal: AbortSignal) => Promise<unknown>,
  service: string,
  log: Log,
): Promise<Delivery> {
  const signal = AbortSignal.timeout(deliveryTimeout);
  for (let attempt = 1; ; attempt++) {
    try {
      await send(signal);
      return 'sent';
    } catch (error) {
      const fault = faultOf(error);
      report(error, fault, service, attempt, log);
      if (fault === 'unknown') return 'unknown';
      if (fault !== 'retryable' || attempt === attempts) return 'not-sent';
    }
    await pause(firstPause * 2 ** (attempt - 1) * (0.5 + Math.random()));
    if (signal.aborted) return 'not-sent';
  }
}

/** Logs only the error's name and reason: the services' messages quote addresses. */
function report(error: unknown, fault: Fault, service: string, attempt: number, log: Log): void {
  const level = fault === 'misconfigured' ? 'error' : 'warn';
  const message =
    fault === 'misconfigured' ? `${service} refuses us until its configuration is mended` : `${service} failed`;
  log[level](message, { service_called: service, fault, reason: reasonOf(error), attempt, ...describeError(error) });
}
