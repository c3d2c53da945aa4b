import { deliveryTimeout } from '../core/deadlines.ts';
import { type Millis, second } from '../core/time.ts';

/**
 * Settings every client shares. The SDK only warns about a slow answer unless told to throw, and waits for ever for one
 * that stalls after its headers unless the socket is timed too. Left undefined, the endpoint is AWS's own.
 */
export const clientSettings = (endpoint: string | undefined, timeout: Millis, attempts: number) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  maxAttempts: attempts,
  cacheMiddleware: true, // put together for each command once, not at each call
  requestHandler: {
    connectionTimeout: second,
    requestTimeout: timeout,
    socketTimeout: timeout,
    throwOnRequestTimeout: true,
  },
});

/** For what is not idempotent: one attempt, on sockets that are known to be alive. */
export function deliveryClientSettings(endpoint: string | undefined, agents: object) {
  const { requestHandler, ...settings } = clientSettings(endpoint, deliveryTimeout, 1);
  return { ...settings, requestHandler: { ...requestHandler, ...agents } };
}
