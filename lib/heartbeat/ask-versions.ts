import { randomUUID } from 'node:crypto';
import { type Ask, bodyOf } from './ask.ts';

/** Calls a function with an event, and gives what it returned. Throws where it did not run to its end. */
export type Invoke = (functionArn: string, event: object) => Promise<FunctionAnswer>;

/** What a function answers to API Gateway. */
export interface FunctionAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/** Asks these versions of functions, by the paths that they serve, before API Gateway does. All other paths as anybody asks. */
export const askVersions =
  (versions: ReadonlyMap<string, string>, invoke: Invoke, askOthers: Ask): Ask =>
  async (method, path, body) => {
    const version = versions.get(path);
    if (version === undefined) return askOthers(method, path, body);
    const { statusCode, body: text } = await invoke(version, eventOf(method, path, body));
    return { status: statusCode, body: bodyOf(text) };
  };

/** As API Gateway would hand the request over. RFC 5737 keeps the address for examples; a heartbeat is not counted by it. */
const eventOf = (httpMethod: string, path: string, body: object | undefined) => ({
  resource: path,
  path,
  httpMethod,
  headers: { 'Content-Type': 'application/json' },
  multiValueHeaders: { 'Content-Type': ['application/json'] },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  body: body === undefined ? null : JSON.stringify(body),
  isBase64Encoded: false,
  requestContext: { requestId: randomUUID(), httpMethod, path, identity: { sourceIp: '192.0.2.1' } },
});
