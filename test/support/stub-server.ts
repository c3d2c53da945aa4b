import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, type Running } from '../../infra/local/server.ts';

/** What a service does with one request. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export interface Stub extends Running {
  /** Bodies of the requests so far. */
  readonly bodies: string[];
  behaviour: Behaviour;
}

export async function startStub(behaviour: Behaviour): Promise<Stub> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.writeHead(404).end(); // only opens a connection
    bodies.push(await text(request));
    stub.behaviour(response, request);
  });
  const stub: Stub = { ...(await listen(server, 0, '127.0.0.1')), bodies, behaviour };
  return stub;
}

/** An error as services of the REST JSON protocol tell it. */
export const jsonError =
  (status: number, name: string): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': name });
    response.end(JSON.stringify({ message: `${name}: ada@mailbox.example is not verified` }));
  };

export const sesTakesIt: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ MessageId: 'taken' }));
};

export const dropsConnection: Behaviour = (response) => void response.destroy();

export const neverAnswers: Behaviour = () => {};

/** Headers that promise more than ever comes. */
export const stalls: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': '100' });
  response.write('{');
};
