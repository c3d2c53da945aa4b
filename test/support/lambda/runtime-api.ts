import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, loopback, type Running, surviving } from '../../../infra/local/server.ts';
import { functionTimeout } from '../../../lib/core/deadlines.ts';
import type { Millis } from '../../../lib/core/time.ts';

/** What one process of a function talks to: the Lambda Runtime API, version 2018-06-01. */
export interface RuntimeApi extends Running {
  /** Settled once the function is loaded, or has said why it cannot be. */
  readonly loaded: Promise<void>;
  /** At the moment `now`, which is the one thing here that Lambda does not have. Absent: the clock runs. */
  invoke(event: unknown, now?: Millis): Promise<unknown>;
  /** Whatever is waited for will not come. */
  fail(reason: Error): void;
}

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly now: Millis | undefined;
  readonly answer: PromiseWithResolvers<unknown>;
}

const apiVersion = '2018-06-01';

export async function startRuntimeApi(functionArn: string): Promise<RuntimeApi> {
  const loaded = Promise.withResolvers<void>();
  const queue: Invocation[] = [];
  const taken = new Map<string, Invocation>();
  let asking: ServerResponse | undefined;

  const server = createServer(
    surviving(async (request, response) => {
      const [resource, id = ''] = resourceOf(request);
      const body = await text(request);
      if (resource === 'next') return next(response);
      if (resource === 'init/error') loaded.reject(errorFrom(body));
      if (resource === 'response') take(id)?.answer.resolve(JSON.parse(body));
      if (resource === 'error') take(id)?.answer.reject(errorFrom(body));
      response.writeHead(resource ? 202 : 404).end();
    }),
  );
  server.keepAliveTimeout = 0; // a container keeps its one connection for good

  /** The first time a function asks for work, it is loaded. */
  function next(response: ServerResponse): void {
    loaded.resolve();
    asking = response;
    handOver();
  }

  function handOver(): void {
    const invocation = asking && queue.shift();
    if (!invocation) return;
    taken.set(invocation.id, invocation);
    asking?.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': invocation.id,
      'Lambda-Runtime-Deadline-Ms': String(Date.now() + functionTimeout),
      'Lambda-Runtime-Invoked-Function-Arn': functionArn,
      'Lambda-Runtime-Trace-Id': traceId(),
      ...(invocation.now !== undefined && { 'Test-Clock': String(invocation.now) }),
    });
    asking?.end(JSON.stringify(invocation.event));
    asking = undefined;
  }

  function take(id: string): Invocation | undefined {
    const invocation = taken.get(id);
    taken.delete(id);
    return invocation;
  }

  return {
    ...(await listen(server, 0, loopback)),
    loaded: loaded.promise,
    invoke(event, now) {
      const answer = Promise.withResolvers<unknown>();
      queue.push({ id: randomUUID(), event, now, answer });
      handOver();
      return answer.promise;
    },
    fail(reason) {
      loaded.reject(reason);
      for (const { answer } of [...queue, ...taken.values()]) answer.reject(reason);
    },
  };
}

/** `next`, `response`, `error` or `init/error`, and the id of the invocation that it is about. */
function resourceOf({ method, url = '' }: IncomingMessage): [resource: string, id?: string] {
  const [, path = ''] = url.split(`/${apiVersion}/runtime/`);
  if (path === 'invocation/next') return [method === 'GET' ? 'next' : ''];
  if (path === 'init/error') return [method === 'POST' ? path : ''];
  const [, id, outcome = ''] = /^invocation\/([\da-f-]{36})\/(response|error)$/.exec(path) ?? [];
  return [method === 'POST' ? outcome : '', id];
}

function errorFrom(body: string): Error {
  const { errorType, errorMessage } = JSON.parse(body) as { errorType: string; errorMessage: string };
  return new Error(`${errorType}: ${errorMessage}`);
}

const traceId = (): string => {
  const [time, rest] = [Math.floor(Date.now() / 1_000).toString(16), randomUUID().replaceAll('-', '').slice(8)];
  return `Root=1-${time}-${rest};Parent=${rest.slice(8)};Sampled=0`;
};
