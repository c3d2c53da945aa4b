import { deliveryTimeout, type Millis, second } from '../core/time.ts';

/**
 * What stalls after its headers, the SDK would wait for for ever. It begins to listen for that only after 3 s when told to
 * wait this long, which costs no other call anything; whoever asked is answered by our deadline.
 */
const stallTimeout: Millis = 6 * second;

/**
 * Settings every client shares. The SDK only warns about a slow answer unless told to throw. Left undefined, the endpoint
 * is AWS's own.
 */
export const clientSettings = (endpoint: string | undefined, timeout: Millis, attempts: number) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  maxAttempts: attempts,
  cacheMiddleware: true, // put together for each command once, not at each call
  requestHandler: { requestTimeout: timeout, socketTimeout: stallTimeout, throwOnRequestTimeout: true },
});

/** For what is not idempotent: one attempt, on sockets that are known to be alive, and told when there is no connection. */
export function deliveryClientSettings(endpoint: string | undefined, agents: object) {
  const { requestHandler, ...settings } = clientSettings(endpoint, deliveryTimeout, 1);
  return { ...settings, requestHandler: { ...requestHandler, ...agents, connectionTimeout: 2 * second } };
}
