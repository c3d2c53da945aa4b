import middy from '@middy/core';
import httpContentNegotiation from '@middy/http-content-negotiation';
import httpCors from '@middy/http-cors';
import httpEventNormalizer from '@middy/http-event-normalizer';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { ValidateFunction } from 'ajv';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { deadline, functionTimeout } from '../core/time.ts';
import { answer, type Edge, type Exchange, type Step } from './answer.ts';
import { refuseLargeBody } from './body-limit.ts';
import { type Call, describeCall } from './call.ts';
import { Refused, type Reply } from './reply.ts';
import { present, violationsOf } from './request-body.ts';

export type Method = 'GET' | 'POST';

export interface Endpoint<Body> {
  readonly method: Method;
  /** Absent: no body is read. */
  readonly validate?: ValidateFunction<Body>;
  readonly handle: (request: EndpointRequest<Body>) => Promise<Reply>;
}

export interface EndpointRequest<Body> {
  readonly body: Body;
  readonly event: APIGatewayProxyEvent;
  readonly call: Call;
}

export type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** API Gateway → normalise → language → method → JSON body → schema → handle → answer. */
export function endpoint<Body>({ method, validate, handle }: Endpoint<Body>, edge: Edge): Handler {
  const chain = middy<APIGatewayProxyEvent, Reply | APIGatewayProxyResult, Error, Exchange>({
    timeoutEarlyInMillis: functionTimeout - deadline,
  });
  // What is used first sees the response last.
  if (edge.allowedOrigins.length > 0) chain.use(cors(method, edge.allowedOrigins));
  chain
    .use(answer(edge))
    .use(httpEventNormalizer())
    .use(httpHeaderNormalizer())
    .use(httpContentNegotiation({ parseCharsets: false, parseEncodings: false, parseMediaTypes: false }))
    .use(understand(edge))
    .use(allowOnly(method, edge));
  if (validate) chain.use(limitBody).use(httpJsonBodyParser()).use(check(validate));

  const handler = chain.handler((event, { call }) => handle({ event, call, body: event.body as Body }));
  return handler as unknown as Handler;
}

const cors = (method: Method, origins: readonly string[]): Step =>
  httpCors({
    origins: [...origins],
    disableBeforePreflightResponse: false,
    methods: `${method}, OPTIONS`,
    headers: 'Content-Type, Accept-Language, Traceparent',
    exposeHeaders: 'Retry-After, RateLimit, RateLimit-Policy',
    maxAge: 7_200, // the most Chromium keeps a preflight for
  }) as Step;

const understand = (edge: Edge): Step => ({
  before: ({ event, context }) => {
    context.call = describeCall(event, context.preferredLanguages ?? [], edge);
  },
});

function allowOnly(method: Method, { allowedOrigins }: Edge): Step {
  const Allow = allowedOrigins.length > 0 ? `${method}, OPTIONS` : method;
  return {
    before: ({ event }) => {
      if (event.httpMethod !== method) throw new Refused({ slug: 'method-not-allowed', headers: { Allow } });
    },
  };
}

const limitBody: Step = { before: ({ event }) => refuseLargeBody(event) };

const check = (validate: ValidateFunction): Step => ({
  before: ({ event }) => {
    const body = present(event.body);
    const violations = violationsOf(validate, body);
    if (violations.length > 0) throw new Refused({ slug: 'invalid-request', violations });
    Object.assign(event, { body });
  },
});
