import type { APIGatewayProxyEvent } from 'aws-lambda';
import { chooseLocale } from '../locales/choose-locale.ts';
import type { Locale } from '../locales/locales.ts';
import { continueTrace, type Trace } from './trace.ts';

/** What every answer and log line says of the request it belongs to. */
export interface Call {
  readonly requestId: string;
  readonly trace: Trace;
  /** The path called, without the stage. Never the query: it could carry anything. */
  readonly instance: string;
  readonly locale: Locale;
}

export const describeCall = (
  event: APIGatewayProxyEvent,
  preferredLanguages: readonly string[],
  { defaultLocale, random }: { readonly defaultLocale: Locale; readonly random: (bytes: number) => Buffer },
): Call => ({
  requestId: `req_${event.requestContext.requestId}`,
  trace: continueTrace(event.headers ?? {}, random),
  instance: event.path,
  locale: chooseLocale(preferredLanguages, defaultLocale),
});
