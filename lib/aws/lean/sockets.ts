import { Agent, type ClientRequest, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler } from '@smithy/types';
import type { Millis } from '../../core/time.ts';
import { abortError, brokenError, connectError, timeoutError } from './socket-errors.ts';

export interface SocketSettings {
  /** Until a new connection is made. */
  readonly connectTimeout: Millis;
  /** Until the answer begins, and then between any two parts of it. */
  readonly timeout: Millis;
  /** A socket that was idle for longer than `max` is not used again. Absent: any is, until it is closed. */
  readonly idle?: { readonly max: Millis; readonly now: () => Millis };
}

export type Sockets = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/** The SDK's own names the system, Node and each client, which takes as long as a signature. */
const userAgent = 'login-code';

/** In place of the SDK's NodeHttpHandler: the same timeouts, with one timer for each call, and the answer read at once. */
export function createSockets(settings: SocketSettings): Sockets {
  const agents = { plain: new Agent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };
  const closeStale = settings.idle && createCloseStale(Object.values(agents), settings.idle);
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle({ protocol, hostname, port, path, method, headers, body }, { abortSignal } = {}) {
      closeStale?.();
      headers['user-agent'] = userAgent;
      const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname; // IPv6
      const options = { host, port, path, method, headers };
      const outgoing =
        protocol === 'https:'
          ? secureRequest({ ...options, agent: agents.secure })
          : plainRequest({ ...options, agent: agents.plain });
      outgoing.end(body);
      return { response: await answerTo(outgoing, settings, abortSignal as AbortSignal | undefined) };
    },
    destroy() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** Call it before each use. */
function createCloseStale(agents: readonly Agent[], { max, now }: Required<SocketSettings>['idle']): () => void {
  let lastUsed = 0;
  return () => {
    const stale = now() - lastUsed > max;
    lastUsed = now();
    if (!stale) return;
    for (const socket of agents.flatMap(({ freeSockets }) => Object.values(freeSockets).flat())) socket?.destroy();
  };
}

function answerTo(
  outgoing: ClientRequest,
  { connectTimeout, timeout }: SocketSettings,
  signal: AbortSignal | undefined,
): Promise<HttpResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpResponse>();
  const abort = () => fail(abortError(signal));
  const timer = setTimeout(() => fail(timeoutError(timeout)), timeout);

  function settle(): void {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
  function fail(error: Error): void {
    settle();
    reject(error); // first, since what is destroyed reports another error
    outgoing.destroy();
  }

  outgoing.on('error', (error) => fail(brokenError(error)));
  outgoing.once('socket', (socket) => {
    if (!socket.connecting) return;
    const connecting = setTimeout(() => fail(connectError(connectTimeout)), connectTimeout);
    const connected = () => clearTimeout(connecting);
    socket.once('connect', connected).once('close', connected);
  });
  outgoing.once('response', (incoming) => {
    const parts: Buffer[] = [];
    timer.refresh();
    incoming.on('data', (part: Buffer) => {
      parts.push(part);
      timer.refresh();
    });
    incoming.on('error', (error) => fail(brokenError(error)));
    incoming.once('end', () => {
      settle();
      const { statusCode = 0, statusMessage, headers } = incoming;
      const [first] = parts;
      const whole = parts.length === 1 ? first : Buffer.concat(parts);
      resolve({ statusCode, reason: statusMessage, headers: headers as HttpResponse['headers'], body: whole });
    });
  });
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  return promise;
}
