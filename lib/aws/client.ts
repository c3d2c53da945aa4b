import { deliveryTimeout } from '../core/deadlines.ts';
import { type Millis, second } from '../core/time.ts';

/**
 * Settings that every client shares. Without `throwOnRequestTimeout` the SDK only warns of a slow answer; without a socket
 * timeout it waits for ever for an answer that stops after its headers. Without an endpoint, AWS's own is used.
 */
export const clientSettings = (endpoint: string | undefined, timeout: Millis, attempts: number, patience = 1) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  maxAttempts: attempts,
  cacheMiddleware: true, // built once for each command, not at each call
  requestHandler: {
    connectionTimeout: patience * second,
    requestTimeout: patience * timeout,
    socketTimeout: patience * timeout,
    throwOnRequestTimeout: true,
  },
});

/** For calls that are not idempotent: one attempt, on sockets that are known to be alive. */
export function deliveryClientSettings(endpoint: string | undefined, agents: object) {
  const { requestHandler, ...settings } = clientSettings(endpoint, deliveryTimeout, 1);
  return { ...settings, requestHandler: { ...requestHandler, ...agents } };
}
