import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName, Route } from '../../lib/http/routes.ts';
import { compress } from './compress.ts';
import { type Inbox, inboxPaths } from './inbox.ts';
import { lambdaContext, proxyEvent, type Target } from './proxy-event.ts';
import { surviving } from './server.ts';

/** The function gets every method of the path, as in the deployed API. */
export interface ServedRoute {
  readonly path: Route['path'];
  readonly endpoint: EndpointName;
  readonly handler: Handler;
}

export interface Gateway {
  readonly routes: readonly ServedRoute[];
  readonly inbox: Inbox;
  readonly notFound: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;
  /** Whether the messages can be read under other names than localhost. */
  readonly open: boolean;
}

/** API Gateway accepts no larger body. */
const maxBytes = 10 * 1024 * 1024;

/** Does what API Gateway does, and also serves the inbox. */
export const createGateway = (gateway: Gateway) =>
  createServer(surviving((...exchange) => serve(gateway, ...exchange)));

async function serve(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = targetOf(request.url ?? '/');
  if (await serveLocal(gateway, request, target.path, response)) return;

  const body = await readBody(request);
  const found = match(gateway.routes, target.path);
  const event = proxyEvent(request, { ...target, parameters: found?.parameters ?? {} }, body);
  const answer = found
    ? await found.route.handler(event, lambdaContext(found.route.endpoint))
    : await gateway.notFound(event);
  write(response, answer, request.headers['accept-encoding']);
}

/** The path exactly as it was sent: a URL parser would make `/auth` of `/x/../auth`. A proxy may send the whole URL. */
function targetOf(url: string): Pick<Target, 'path' | 'query'> {
  const [path = '/', ...query] = url.replace(/^https?:\/\/[^/?]*/i, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query.join('?')) };
}

/** Cuts the body off at the gateway's limit. Functions refuse much smaller bodies. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (bytes < maxBytes) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks).toString();
}

function match(routes: readonly ServedRoute[], path: string) {
  for (const route of routes) {
    const found = patternOf(route.path).exec(path);
    if (found) return { route, parameters: { ...found.groups } };
  }
  return undefined;
}

/** `/problems/{slug}` as a pattern with a group `slug`. Groups become path parameters. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

const localNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

async function serveLocal(
  { inbox, open }: Gateway,
  { method = '', headers: { host = '' } }: IncomingMessage,
  path: string,
  response: ServerResponse,
): Promise<boolean> {
  if (!inboxPaths.includes(path) && !path.startsWith('/_local/')) return false;
  // Otherwise any web page could point its own name at this machine (DNS rebinding), and read the codes.
  if (!open && !localNames.test(host)) {
    response.writeHead(403).end('Messages are shown on localhost only, unless HOST is set.\n');
    return true;
  }
  const reply = await inbox(method, path);
  if (reply) response.writeHead(reply.status, reply.headers).end(reply.body);
  return reply !== undefined;
}

function write(response: ServerResponse, answer: APIGatewayProxyResult, acceptEncoding?: string): void {
  const { headers, body } = compress(answer, acceptEncoding);
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
  response.writeHead(answer.statusCode).end(body);
}
