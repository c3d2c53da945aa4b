import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Handler } from '../../lib/http/endpoint.ts';
import { inboxPage } from './inbox-page.ts';
import type { Outbox } from './mailbox.ts';
import { lambdaContext, proxyEvent } from './proxy-event.ts';

/** What the stack's REST API has: any method of a known path goes to its function. */
export interface Route {
  readonly functionName: string;
  /** Named groups become path parameters. */
  readonly path: RegExp;
  readonly handler: Handler;
}

/** Plays API Gateway before the functions, and adds what only a laptop has. */
export const createGateway = (
  routes: readonly Route[],
  mailbox: Outbox,
  notFound: (event: APIGatewayProxyEvent) => APIGatewayProxyResult,
) =>
  createServer(async (request, response) => {
    const url = URL.parse(`http://localhost${request.url}`) ?? new URL('http://localhost/');
    if (await serveLocal(request, url, mailbox, response)) return;

    const found = match(routes, url.pathname);
    const event = proxyEvent(request, url, await text(request), found?.parameters ?? {});
    write(
      response,
      found ? await found.route.handler(event, lambdaContext(found.route.functionName)) : notFound(event),
    );
  });

function match(routes: readonly Route[], path: string) {
  for (const route of routes) {
    const found = route.path.exec(path);
    if (found) return { route, parameters: { ...found.groups } };
  }
  return undefined;
}

async function serveLocal(
  request: IncomingMessage,
  url: URL,
  mailbox: Outbox,
  response: ServerResponse,
): Promise<boolean> {
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(inboxPage(await mailbox.messages()));
      return true;
    case 'GET /_local/messages':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(`${JSON.stringify(await mailbox.messages(), null, 2)}\n`);
      return true;
    case 'DELETE /_local/messages':
      await mailbox.clear();
      response.writeHead(204).end();
      return true;
    default:
      return false;
  }
}

function write(response: ServerResponse, { statusCode, headers, body }: APIGatewayProxyResult): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
  response.writeHead(statusCode);
  response.end(body);
}
