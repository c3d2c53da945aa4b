import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Millis, toSeconds } from '../../core/time.ts';
import type { Call } from '../call.ts';
import { type AnswerSettings, problemBody } from '../problems/body.ts';
import type { Headers } from '../problems/problem.ts';
import { type Keep, pageMaxAge, type Reply } from './reply.ts';
import { securityHeaders } from './security-headers.ts';

const never: Headers = { 'Cache-Control': 'no-store' };
/** API Gateway compresses what is large: a cache must not give that to those who did not ask for it. */
const varying: Headers = { Vary: 'Accept-Encoding' };
const aYear = '31536000';
const kept = (keep: Keep): Headers =>
  keep === 'never'
    ? never
    : { ...varying, 'Cache-Control': `public, max-age=${keep === 'forever' ? `${aYear}, immutable` : keep}` };

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
        ...kept(reply.status === undefined ? pageMaxAge : 'never'),
        ...inLanguage,
        Vary: `${inLanguage.Vary}, ${varying.Vary}`,
      });
    case 'file':
      return response(200, reply.type, reply.text, { ...kept(reply.keep), ...reply.headers });
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
