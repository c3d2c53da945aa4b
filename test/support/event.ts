import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { routes } from '../../lib/http/routes.ts';

export interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>> | null;
  readonly ip?: string;
  /** Sent as it is when a string, as JSON otherwise. */
  readonly body?: unknown;
  readonly base64?: boolean;
  readonly pathParameters?: Record<string, string>;
}

const json = { 'Content-Type': 'application/json' };

/** As the REST API hands a request to a function. */
export function gatewayEvent({
  method = 'POST',
  path = routes.sendLoginCode.path,
  ...call
}: Call): APIGatewayProxyEvent {
  const headers = call.headers === null ? null : { ...json, ...call.headers };
  const body =
    typeof call.body === 'string' || call.body === undefined ? (call.body ?? null) : JSON.stringify(call.body);
  return {
    resource: path,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: call.pathParameters ?? null,
    stageVariables: null,
    body: body !== null && call.base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: call.base64 ?? false,
    requestContext: {
      requestId: randomUUID(),
      stage: 'v1',
      path: `/v1${path}`,
      identity: { sourceIp: call.ip ?? '192.0.2.1' },
    },
  } as unknown as APIGatewayProxyEvent;
}

export const lambdaContext = (): Context => ({ getRemainingTimeInMillis: () => 60_000 }) as Context;
