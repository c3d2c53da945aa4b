import { type Millis, second } from '../core/time.ts';

/**
 * Settings every client shares. The SDK only warns about a slow answer unless told to throw.
 * Left undefined, the endpoint is AWS's own.
 */
export const clientSettings = (endpoint: string | undefined, timeout: Millis, attempts: number) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  maxAttempts: attempts,
  requestHandler: { connectionTimeout: second, requestTimeout: timeout, throwOnRequestTimeout: true },
});
