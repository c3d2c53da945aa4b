import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Millis, toSeconds } from '../core/time.ts';
import type { Violation } from '../core/violation.ts';
import { type Locale, wordsIn } from '../locales/locales.ts';
import type { Call } from './call.ts';
import { problemDetail } from './problem-detail.ts';
import { problems } from './problems.ts';
import type { Headers, Problem, Reply } from './reply.ts';

export interface AnswerSettings {
  readonly publicUrl: string;
  readonly serviceName: string;
  /** Shows the value that was refused. */
  readonly development: boolean;
}

const always: Headers = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

/** Reply → response, in the caller's language. */
export function respond(reply: Reply, call: Call, settings: AnswerSettings, now: Millis): APIGatewayProxyResult {
  const timestamp = new Date(now).toISOString();
  switch (reply.kind) {
    case 'data': {
      const body = JSON.stringify({ code: 0, message: 'success', data: reply.data, timestamp });
      return response(200, 'application/json', body, { 'Cache-Control': 'no-store', ...reply.headers });
    }
    case 'page':
      return response(200, 'text/html; charset=utf-8', reply.html, {
        'Cache-Control': 'public, max-age=3600',
        'Content-Language': call.locale,
        Vary: 'Accept-Language',
      });
    case 'nothing':
      return { statusCode: 204, headers: { ...always, 'Cache-Control': 'no-store' }, body: '' };
    case 'problem': {
      const { problem } = reply;
      const body = JSON.stringify({ ...describeProblem(problem, call, settings), timestamp });
      return response(problems[problem.slug].status, 'application/problem+json', body, {
        'Cache-Control': 'no-store',
        'Content-Language': call.locale,
        Vary: 'Accept-Language',
        ...(problem.wait !== undefined && { 'Retry-After': String(toSeconds(problem.wait)) }),
        ...problem.headers,
      });
    }
  }
}

const response = (statusCode: number, type: string, body: string, headers: Headers): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'Content-Type': type, ...always, ...headers },
  body,
});

function describeProblem({ slug, violations, wait, challengeId }: Problem, call: Call, settings: AnswerSettings) {
  const { status, code, i18nKey } = problems[slug];
  const words = wordsIn(call.locale);
  const retryAfter = wait === undefined ? undefined : toSeconds(wait);
  return {
    type: `${settings.publicUrl}/problems/${slug}`,
    title: words.problems[slug].title,
    status,
    detail: challengeId ? words.deliveryUnknown : problemDetail(slug, call.locale, { wait }),
    instance: call.instance,
    code,
    i18n_key: i18nKey,
    ...(retryAfter !== undefined && { i18n_args: { retry_after: retryAfter }, retry_after: retryAfter }),
    ...(violations && { errors: violations.map((violation) => describeViolation(violation, call.locale, settings)) }),
    ...(challengeId && { challenge_id: challengeId }),
    request_id: call.requestId,
    trace_id: call.trace.traceparent,
    span_id: call.trace.spanId,
    service: settings.serviceName,
  };
}

function describeViolation({ field, code, value }: Violation, locale: Locale, { development }: AnswerSettings) {
  const { violations } = wordsIn(locale);
  const word = code === 'format' ? (`${field}.format` as 'email.format' | 'phone.format') : code;
  return { field, code, description: violations[word], ...(development && value !== undefined && { value }) };
}
