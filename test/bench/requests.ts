import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { type Route, routes } from '../../lib/http/routes.ts';

/** Numbered, so that no two people share a limit unless they are meant to. */
export interface Person {
  readonly number: number;
  readonly channel: 'email' | 'sms';
}

const addressOf = ({ number, channel }: Person) =>
  channel === 'email' ? { email: `person-${number}@example.com` } : { phone: `+1202${2_000_000 + number}` };

/** Asks for a code. */
export const requestOf = (person: Person): APIGatewayProxyEvent =>
  eventOf(routes.sendLoginCode, person, addressOf(person));

/** Brings the code that the person was sent. */
export const verificationOf = (person: Person, code: string, challengeId: string): APIGatewayProxyEvent =>
  eventOf(routes.verifyLoginCode, person, { ...addressOf(person), code, challenge_id: challengeId });

/** A browser's request, as API Gateway hands it on. */
function eventOf({ path, method }: Route, { number }: Person, body: object): APIGatewayProxyEvent {
  const ip = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate, br, zstd',
    'accept-language': 'en-US,en;q=0.9',
    'content-type': 'application/json',
    Host: 'abcdefghij.execute-api.us-east-1.amazonaws.com',
    origin: 'https://app.example.com',
    referer: 'https://app.example.com/',
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0',
    'X-Amzn-Trace-Id': 'Root=1-6921f3a0-4f2b1c3d5e6f708192a3b4c5',
    'X-Forwarded-For': ip,
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
  };
  return {
    resource: path,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      requestId: randomUUID(),
      stage: 'v1',
      path: `/v1${path}`,
      identity: { sourceIp: ip, userAgent: headers['user-agent'] },
    },
  } as unknown as APIGatewayProxyEvent;
}

export const contextOf = (): Context => ({ getRemainingTimeInMillis: () => 10_000 }) as Context;
