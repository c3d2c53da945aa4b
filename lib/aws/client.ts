import { deliveryTimeout } from '../core/deadlines.ts';
import { type Millis, second } from '../core/time.ts';
import { createSockets } from './lean/sockets.ts';

/** Settings that every client shares. Without an endpoint, AWS's own is used. */
export const clientSettings = (endpoint: string | undefined, timeout: Millis, attempts: number, patience = 1) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  maxAttempts: attempts,
  cacheMiddleware: true, // built once for each command, not at each call
  requestHandler: createSockets({ connectTimeout: patience * second, timeout: patience * timeout }),
});

/** Services keep an idle connection for longer than this. */
const maxIdle: Millis = 3 * second;

/**
 * For calls that are not idempotent: one attempt, on sockets that are known to be alive. A socket that was idle for longer may
 * have died while the function was frozen. That shows only in use, and then the outcome of the delivery is unknown.
 */
export const deliveryClientSettings = (endpoint: string | undefined, now: () => Millis) => ({
  ...clientSettings(endpoint, deliveryTimeout, 1),
  requestHandler: createSockets({ connectTimeout: second, timeout: deliveryTimeout, idle: { max: maxIdle, now } }),
});
