import type { APIGatewayProxyResult } from 'aws-lambda';
import { day, type Millis, minute, type Seconds, toSeconds } from '../../core/time.ts';
import type { Call } from '../call.ts';
import { type AnswerSettings, problemBody } from '../problems/body.ts';
import type { Headers } from '../problems/problem.ts';
import type { Reply } from './reply.ts';
import { securityHeaders } from './security-headers.ts';

const never: Headers = { 'Cache-Control': 'no-store' };
/** A day: what pages and documents say changes with a deployment at most, and an older one does no harm. */
const cached = (maxAge: Seconds = toSeconds(day)): Headers => ({
  ...varying,
  'Cache-Control': `public, max-age=${maxAge}`,
});
/** API Gateway compresses what is large: a cache must not give that to those who did not ask for it. */
const varying: Headers = { Vary: 'Accept-Encoding' };
/** Short, so that a deployment is soon what everybody has. */
const scriptMaxAge = toSeconds(5 * minute);
const forever: Headers = { ...varying, 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Reply → response, in the caller's language. */
export function respond(reply: Reply, call: Call, settings: AnswerSettings, now: Millis): APIGatewayProxyResult {
  const inLanguage = { 'Content-Language': call.language.locale, Vary: 'Accept-Language' };
  switch (reply.kind) {
    case 'data': {
      const body = { code: 0, message: 'success', data: reply.data, timestamp: new Date(now).toISOString() };
      return response(200, 'application/json', JSON.stringify(body), { ...never, ...reply.headers });
    }
    case 'page':
      return response(reply.status ?? 200, 'text/html; charset=utf-8', reply.html, {
        ...(reply.status === undefined ? cached() : never),
        ...inLanguage,
        Vary: `${inLanguage.Vary}, ${varying.Vary}`,
      });
    case 'document':
      return response(200, 'application/json', reply.json, cached(reply.maxAge));
    case 'script':
      return response(
        200,
        'text/javascript; charset=utf-8',
        reply.script,
        reply.immutable ? forever : cached(scriptMaxAge),
      );
    case 'nothing':
      return { statusCode: 204, headers: { ...securityHeaders, ...never }, body: '' };
    case 'problem': {
      const { wait, headers } = reply.problem;
      const body = problemBody(reply.problem, call, settings, now);
      return response(body.status, 'application/problem+json', JSON.stringify(body), {
        ...never,
        ...inLanguage,
        ...(wait !== undefined && { 'Retry-After': String(toSeconds(wait)) }),
        ...headers,
      });
    }
  }
}

const response = (statusCode: number, type: string, body: string, headers: Headers): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'Content-Type': type, ...securityHeaders, ...headers },
  body,
});
