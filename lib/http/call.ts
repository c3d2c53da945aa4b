import type { APIGatewayProxyEvent } from 'aws-lambda';
import { chooseLocale } from '../locales/choose-locale.ts';
import { type Language, languageOf } from '../locales/language.ts';
import type { Locale } from '../locales/locales.ts';
import { continueTrace, type Trace } from './trace.ts';

/** What every answer and log line tells about its request. */
export interface Call {
  readonly requestId: string;
  readonly trace: Trace;
  /** The path that was called, without the stage and without the query, which could hold anything. */
  readonly instance: string;
  /** The caller's, or else the default. */
  readonly language: Language;
}

export const describeCall = async (
  event: APIGatewayProxyEvent,
  preferredLanguages: readonly string[],
  { defaultLocale, random }: { readonly defaultLocale: Locale; readonly random: (bytes: number) => Buffer },
): Promise<Call> => ({
  requestId: `req_${gatewayId(event) ?? random(16).toString('hex')}`,
  trace: continueTrace(event.headers ?? {}, random),
  instance: event.path,
  language: await languageOf(chooseLocale(preferredLanguages, defaultLocale)),
});

/**
 * Clients can override it, so it can be any text: only what looks like an id goes into answers and logs.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
const gatewayId = ({ requestContext }: APIGatewayProxyEvent): string | undefined =>
  /^[\w-]{1,128}$/.exec(requestContext?.requestId ?? '')?.[0];
