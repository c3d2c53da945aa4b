import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { functionTimeout } from '../../lib/core/deadlines.ts';

const stage = 'local';

/** Where a request goes. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly parameters: Record<string, string>;
}

/** The event that a REST API of API Gateway would make of this HTTP request (payload 1.0). */
export function proxyEvent(
  request: IncomingMessage,
  { path, query, parameters }: Target,
  body: string,
): APIGatewayProxyEvent {
  const httpMethod = request.method ?? 'GET';
  return {
    resource: path,
    path,
    httpMethod,
    headers: Object.fromEntries(pairs(request.rawHeaders)),
    multiValueHeaders: grouped(pairs(request.rawHeaders)),
    queryStringParameters: Object.fromEntries(query),
    multiValueQueryStringParameters: grouped([...query]),
    pathParameters: parameters,
    stageVariables: null,
    body: body === '' ? null : body,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: null,
      httpMethod,
      identity: {
        ...anonymous,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? null,
      },
      path: `/${stage}${path}`,
      protocol: 'HTTP/1.1',
      requestId: randomUUID(),
      requestTimeEpoch: Date.now(),
      resourceId: 'local',
      resourcePath: path,
      stage,
    },
  };
}

const anonymous = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

export function lambdaContext(functionName: string): Context {
  const began = Date.now();
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '256',
    awsRequestId: randomUUID(),
    logGroupName: functionName,
    logStreamName: stage,
    getRemainingTimeInMillis: () => functionTimeout - (Date.now() - began),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

const pairs = (flat: readonly string[]): [string, string][] =>
  Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] ?? '', flat[2 * i + 1] ?? '']);

const grouped = (entries: readonly (readonly [string, string])[]): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(entries, ([key]) => key)].map(([key, group]) => [key, group.map(([, value]) => value)]),
  );
