import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Millis } from '../../core/time.ts';
import type { Locale } from '../../locales/locales.ts';
import { describeError, type Log } from '../../runtime/log.ts';
import { type Call, describeCall } from '../call.ts';
import type { AnswerSettings } from '../problems/body.ts';
import { problem, Refused, type Reply } from './reply.ts';
import { respond } from './respond.ts';

export interface Edge extends AnswerSettings {
  readonly allowedOrigins: readonly string[];
  readonly defaultLocale: Locale;
  readonly log: Log;
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
}

/** What the steps of the chain tell each other. */
export interface Exchange extends Context {
  preferredLanguages?: readonly string[];
  began: Millis;
  call: Call;
}

export type Step = MiddlewareObj<APIGatewayProxyEvent, Reply | APIGatewayProxyResult, Error, Exchange>;

/** Turns what the endpoint replies, or whatever was thrown on the way, into the response and one line of log. */
export function answer(edge: Edge): Step {
  return {
    before: ({ context }) => {
      context.began = edge.now();
    },
    after: (request) => {
      request.response = finish(request.response as Reply, request.event, request.context);
    },
    onError: (request) => {
      request.response = finish(replyToError(request.error, edge.log), request.event, request.context);
    },
  };

  function finish(reply: Reply, event: APIGatewayProxyEvent, context: Exchange): APIGatewayProxyResult {
    const call = context.call ?? describeCall(event, [], edge);
    const response = respond(reply, call, edge, edge.now());
    edge.log.info('request', {
      outcome: outcome(reply),
      status: response.statusCode,
      channel: reply.channel,
      locale: call.locale,
      duration_ms: edge.now() - context.began,
    });
    return response;
  }
}

const outcome = (reply: Reply): string => (reply.kind === 'problem' ? reply.problem.slug : 'ok');

function replyToError(error: unknown, log: Log): Reply {
  if (error instanceof Refused) return problem(error.problem.slug, error.problem);
  // What the JSON body parser throws. Its errors hold the raw body: nothing of them but the status is looked at.
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 415) return problem('unsupported-media');
  if (statusCode === 422) return problem('malformed-body');
  log.error('unexpected failure', describeError(error));
  return problem('internal-error');
}
