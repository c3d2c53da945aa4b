import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, type Running, surviving } from '../../infra/local/server.ts';
import type { Behaviour } from './stub-server.ts';

export interface Relay extends Running {
  /** What is done with a request in place of passing it on. Undefined: it is passed on. */
  instead: (request: IncomingMessage) => Behaviour | undefined;
}

/** Stands before a service, and can break a part of it. */
export async function startRelay(target: () => string): Promise<Relay> {
  const server = createServer(
    surviving(async (request, response) => {
      const body = await buffer(request);
      const broken = relay.instead(request);
      if (broken) return broken(response, request);
      const { method = 'GET', url = '/', headers } = request;
      const { host, connection, 'content-length': length, ...passed } = headers as Record<string, string>;
      const init = { method, headers: passed, ...(body.length > 0 && { body }) };
      const answer = await fetch(`${target()}${url}`, init);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    }),
  );
  const relay: Relay = { ...(await listen(server, 0, '127.0.0.1')), instead: () => undefined };
  return relay;
}
