import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Millis } from '../../core/time.ts';
import type { Locale } from '../../locales/locales.ts';
import { describeError, type Log } from '../../runtime/log.ts';
import { type Call, describeCall } from '../call.ts';
import type { AnswerSettings } from '../problems/body.ts';
import { ProblemError } from '../problems/problem.ts';
import { problem, type Reply } from './reply.ts';
import { respond } from './respond.ts';

export interface Edge extends AnswerSettings {
  readonly allowedOrigins: readonly string[];
  readonly defaultLocale: Locale;
  readonly log: Log;
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
}

/** What the steps of the chain pass on to each other. */
export interface Exchange extends Context {
  preferredLanguages?: readonly string[];
  began: Millis;
  call: Call;
}

export type Step = MiddlewareObj<APIGatewayProxyEvent, Reply | APIGatewayProxyResult, Error, Exchange>;

/** Turns the endpoint's reply, or an error of any step, into the response and one log line. */
export function answer(edge: Edge): Step {
  return {
    before: ({ context }) => {
      context.began = edge.now();
    },
    after: async (request) => {
      request.response = await finish(request.response as Reply, request.event, request.context);
    },
    onError: async (request) => {
      request.response = await finish(replyToError(request.error, edge.log), request.event, request.context);
    },
  };

  async function finish(reply: Reply, event: APIGatewayProxyEvent, context: Exchange): Promise<APIGatewayProxyResult> {
    const call = context.call ?? (await describeCall(event, [], edge));
    const response = respond(reply, call, edge, edge.now());
    edge.log.info('request', {
      outcome: outcome(reply),
      status: response.statusCode,
      channel: reply.channel,
      locale: call.language.locale,
      duration_ms: edge.now() - context.began,
    });
    return response;
  }
}

const outcome = (reply: Reply): string => (reply.kind === 'problem' ? reply.problem.slug : 'ok');

function replyToError(error: unknown, log: Log): Reply {
  if (error instanceof ProblemError) return problem(error.problem.slug, error.problem);
  // The JSON body parser's errors hold the raw body, so only their status is read.
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 415) return problem('unsupported-media');
  if (statusCode === 422) return problem('malformed-body');
  log.error('unexpected failure', describeError(error));
  return problem('internal-error');
}
