/** Named, coded and worded as the SDK's own handler does it: its retries and `faults.ts` go by that. */
import type { Millis } from '../../core/time.ts';

const lost = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Of a connection that could not be made, or that ended too early. */
export const brokenError = (error: NodeJS.ErrnoException): Error =>
  lost.has(error.code ?? '') ? Object.assign(error, { name: 'TimeoutError' }) : error;

export const connectError = (timeout: Millis): Error =>
  Object.assign(new Error(`the request socket did not establish a connection within ${timeout} ms`), {
    name: 'TimeoutError',
  });

export const timeoutError = (timeout: Millis): Error =>
  Object.assign(new Error(`no whole answer within ${timeout} ms`), {
    name: 'TimeoutError',
    code: 'ETIMEDOUT',
  });

export const abortError = (signal: AbortSignal | undefined): Error =>
  Object.assign(new Error('the request was aborted', { cause: signal?.reason }), { name: 'AbortError' });
