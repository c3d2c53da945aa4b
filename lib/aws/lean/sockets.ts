import { Agent, type ClientRequest, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpHandlerOptions, HttpRequest, HttpResponse, RequestHandler } from '@smithy/types';
import type { Millis } from '../../core/time.ts';
import { abortError, brokenError, connectError, timeoutError } from './socket-errors.ts';
import { type Answer, outsideOfStart, type Starting, starting } from './starting.ts';

export interface SocketSettings {
  /** Until a new connection is made. */
  readonly connectTimeout: Millis;
  /** Until the whole answer is there. */
  readonly timeout: Millis;
  /** A socket that was idle for longer than `max` is not used again. Absent: any is, until it is closed. */
  readonly idle?: { readonly max: Millis; readonly now: () => Millis };
}

export type Sockets = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions>;

/** The SDK's own names the system, Node and each client, which takes as long as a signature. */
const userAgent = 'login-code';

/**
 * In place of the SDK's NodeHttpHandler: one timer for each call, which an answer that comes bit by bit does
 * not put off, and the answer read at once.
 */
export function createSockets(settings: SocketSettings): Sockets {
  const agents = { plain: new Agent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };
  const idle = settings.idle && trackIdle(Object.values(agents), settings.idle);
  let rehearsed = 0;
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, { abortSignal } = {}) {
      const start = starting();
      if (start?.answer) return { response: await rehearse(request, start, start.answer) };
      idle?.closeStale();
      const { path, method, headers, body } = request;
      headers['user-agent'] = userAgent;
      const outgoing = send(request, { path, method, headers });
      outgoing.end(body);
      const signal = start?.signal ?? (abortSignal as AbortSignal | undefined);
      return { response: await answerTo(outgoing, settings, signal) };
    },
    destroy() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };

  function send(
    { protocol, hostname, port }: HttpRequest,
    what: Pick<HttpRequest, 'path' | 'method' | 'headers'>,
  ): ClientRequest {
    const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname; // IPv6
    return protocol === 'https:'
      ? secureRequest({ host, port, ...what, agent: agents.secure })
      : plainRequest({ host, port, ...what, agent: agents.plain });
  }

  /** As many connections are opened as the path makes calls at once. */
  async function rehearse(request: HttpRequest, start: Starting, answer: Answer): Promise<HttpResponse> {
    rehearsed++;
    if (rehearsed > Object.values(agents).reduce((sum, agent) => sum + connections(agent), 0)) open(request, start);
    await nextTurn(); // calls that are made at once overlap, as they do on a network
    rehearsed--;
    return answer(request);
  }

  /** Asks for nothing: any answer, also a refusal, comes over a connection that is then kept. */
  function open(request: HttpRequest, { note, signal }: Starting): void {
    const outgoing = outsideOfStart(() => send(request, { path: '/', method: 'GET', headers: {} }));
    outgoing.end();
    note(answerTo(outgoing, settings, signal).then(() => idle?.use()));
  }
}

const connections = ({ sockets, freeSockets }: Agent): number =>
  [sockets, freeSockets].flatMap((byHost) => Object.values(byHost).flat()).length;

/** How long the connections of a client have not been used. */
function trackIdle(agents: readonly Agent[], { max, now }: Required<SocketSettings>['idle']) {
  let lastUsed = 0;
  return {
    use(): void {
      lastUsed = now();
    },
    /** Call it before each use. */
    closeStale(): void {
      const stale = now() - lastUsed > max;
      lastUsed = now();
      if (!stale) return;
      for (const socket of agents.flatMap(({ freeSockets }) => Object.values(freeSockets).flat())) socket?.destroy();
    },
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
    incoming.on('data', (part: Buffer) => void parts.push(part));
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
