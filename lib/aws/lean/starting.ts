import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpRequest, HttpResponse } from '@smithy/types';

export type Answer = (request: HttpRequest) => HttpResponse;

/** How calls are made while a function starts. */
export interface Starting {
  /** Ends every call that is still under way. */
  readonly signal: AbortSignal;
  /**
   * Present: a rehearsal. Calls are answered by this, and only open the connection that real ones will use. An answer never depends on which client asks: the SDK
   * keeps the request handler of a command's first call for good, so a handler that was swapped in would go on to answer real calls.
   */
  readonly answer?: Answer;
  /** Told of each connection that is being opened. */
  readonly note: (opening: Promise<void>) => void;
}

const current = new AsyncLocalStorage<Starting>();

export const whileStarting = <T>(starting: Starting, run: () => T): T => current.run(starting, run);

/** Undefined: a request is being answered. */
export const starting = (): Starting | undefined => current.getStore();

/** What `run` makes belongs to no start: a connection outlives it. */
export const outsideOfStart = <T>(run: () => T): T => current.exit(run);
