import middy from '@middy/core';
import httpContentNegotiation from '@middy/http-content-negotiation';
import httpCors from '@middy/http-cors';
import httpEventNormalizer from '@middy/http-event-normalizer';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { ValidateFunction } from 'ajv';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { deadline, functionTimeout } from '../../core/deadlines.ts';
import { identifyRequest, inRequest } from '../../runtime/log.ts';
import { type Call, describeCall } from '../call.ts';
import { exposedHeaders } from '../exposed-headers.ts';
import { ProblemError } from '../problems/problem.ts';
import type { Method } from '../routes.ts';
import { answer, type Edge, type Exchange, type Step } from './answer.ts';
import { refuseLargeBody } from './body-limit.ts';
import type { Reply } from './reply.ts';
import { present, violationsOf } from './request-body.ts';

export interface Endpoint<Body> {
  readonly method: Method;
  /** Absent: the endpoint takes no body. */
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
  const chain = edgeChain(method, edge).use(allowOnly(method, edge));
  if (validate) chain.use(limitBody).use(httpJsonBodyParser()).use(check(validate));
  // After the chain a reply has become a response.
  const answering = chain.handler((event, { call }) =>
    handle({ event, call, body: event.body as Body }),
  ) as unknown as Handler;
  if (edge.allowedOrigins.length === 0) return (event, context) => inRequest(() => answering(event, context));

  const preflight = edgeChain(method, edge).handler(async () => ({ kind: 'nothing' as const })) as unknown as Handler;
  return (event, context) => inRequest(() => (event.httpMethod === 'OPTIONS' ? preflight : answering)(event, context));
}

/** The steps that every answer passes. The first step used sees the response last. */
function edgeChain(method: Method, edge: Edge) {
  const chain = middy<APIGatewayProxyEvent, Reply | APIGatewayProxyResult, Error, Exchange>({
    timeoutEarlyInMillis: functionTimeout - deadline,
  });
  if (edge.allowedOrigins.length > 0) chain.use(cors(method, edge.allowedOrigins));
  return chain
    .use(answer(edge))
    .use(httpEventNormalizer())
    .use(httpHeaderNormalizer())
    .use(shortenLanguages)
    .use(httpContentNegotiation({ parseCharsets: false, parseEncodings: false, parseMediaTypes: false }))
    .use(understand(edge));
}

const cors = (method: Method, origins: readonly string[]): Step =>
  httpCors({
    // With a single origin, httpCors leaves `Vary: Origin` out of the answers to other origins, and a cache would mix them up.
    // What is for all of them is the same for all.
    origins: origins.length === 1 && !origins.includes('*') ? [...origins, ...origins] : [...origins],
    methods: allowed(method, true),
    headers: 'Content-Type, Accept-Language, Idempotency-Key, Traceparent',
    exposeHeaders: exposedHeaders,
    maxAge: 7_200, // Chromium keeps a preflight no longer
  }) as Step;

/** GET includes HEAD. */
const allowed = (method: Method, cors: boolean): string =>
  [method, ...(method === 'GET' ? ['HEAD'] : []), ...(cors ? ['OPTIONS'] : [])].join(', ');

/** Nobody reads more. Negotiating over thousands of tags took 84 ms, before any limit was asked. */
const maxLanguages = 10;

const shortenLanguages: Step = {
  before: ({ event: { headers } }) => {
    const languages = headers?.['accept-language'];
    if (languages) headers['accept-language'] = languages.split(',', maxLanguages).join(',');
  },
};

const understand = (edge: Edge): Step => ({
  before: async ({ event, context }) => {
    const call = await describeCall(event, context.preferredLanguages ?? [], edge);
    identifyRequest({
      request_id: call.requestId,
      extended_request_id: event.requestContext?.extendedRequestId,
      trace_id: call.trace.traceparent,
    });
    context.call = call;
  },
});

function allowOnly(method: Method, { allowedOrigins }: Edge): Step {
  const Allow = allowed(method, allowedOrigins.length > 0);
  const methods = Allow.split(', ');
  return {
    before: ({ event }) => {
      if (!methods.includes(event.httpMethod))
        throw new ProblemError({ slug: 'method-not-allowed', headers: { Allow } });
    },
  };
}

const limitBody: Step = { before: ({ event }) => refuseLargeBody(event) };

const check = (validate: ValidateFunction): Step => ({
  before: ({ event }) => {
    const body = present(event.body);
    const violations = violationsOf(validate, body);
    if (violations.length > 0) throw new ProblemError({ slug: 'invalid-request', violations });
    Object.assign(event, { body });
  },
});
