import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { functionTimeout } from '../core/deadlines.ts';
import type { Handler } from './chain/endpoint.ts';
import type { Route } from './routes.ts';

export interface PrimedHandler {
  readonly handler: Handler;
  /** Awaited before Lambda sees the handler. It never fails: without it, the first request takes longer. */
  readonly prime: () => Promise<void>;
}

/** Nobody's: RFC 2606 keeps the domain, and North America's plan the number, for examples. */
export const nobody = { email: { email: 'rehearsal@example.com' }, sms: { phone: '+12025550123' } } as const;

/** Throws unless the handler answers as it should. */
export async function rehearse(handler: Handler, { path, method }: Route, body: object): Promise<void> {
  const { statusCode } = await handler(eventOf(path, method, body), context);
  if (statusCode !== 200) throw new Error(`A rehearsal was answered ${statusCode}`);
}

const context = { getRemainingTimeInMillis: () => functionTimeout } as Context;

/**
 * As a browser asks, so that what reads its headers is rehearsed too, but in a language that we do not have: then the default
 * one is loaded.
 */
const eventOf = (path: string, httpMethod: string, body: object) =>
  ({
    path,
    httpMethod,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': 'tlh, *;q=0.5', Origin: 'https://example.com' },
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: 'rehearsal', identity: { sourceIp: '192.0.2.1' } },
  }) as unknown as APIGatewayProxyEvent;
