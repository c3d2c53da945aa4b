import { locales } from '../../locales/locales.ts';
import { sendResponseSchema } from '../contract/send-login-code.ts';
import { verifyResponseSchema } from '../contract/verify-login-code.ts';
import type { ServedAt } from '../problems/body.ts';
import { problemPath, routes, wellKnownPath } from '../routes.ts';
import { sendLoginCode, verifyLoginCode } from './codes.ts';
import { getElement, getElementFile } from './element.ts';
import { headers, parameters, problemResponses } from './parts.ts';
import { problemSchemas } from './problem-schemas.ts';
import { published } from './published.ts';
import { requestSchemas } from './requests.ts';
import { getKeySet, getOpenIdConfiguration } from './well-known.ts';

/** The API in OpenAPI 3.1, made from the schemas that validate requests and the problems it answers with. */
export const openApi = (settings: ServedAt) => ({
  openapi: '3.1.1',
  info: {
    title: 'login-code',
    version: '1.0.0',
    summary: 'One-time login codes by email and SMS',
    description: about,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: settings.publicUrl }],
  security: [],
  tags: [
    { name: 'Codes', description: 'Ask for a code, and check it.' },
    { name: 'Token', description: 'Check a token.' },
    { name: 'About', description: 'What this API says of itself.' },
  ],
  paths: {
    [routes.sendLoginCode.path]: { post: sendLoginCode(settings) },
    [routes.verifyLoginCode.path]: { post: verifyLoginCode(settings) },
    [wellKnownPath('jwks.json')]: { get: getKeySet(settings) },
    [wellKnownPath('openid-configuration')]: { get: getOpenIdConfiguration(settings) },
    [routes.problems.path]: { get: listProblems(settings) },
    [routes.problem.path]: { get: showProblem(settings) },
    [routes.openApi.path]: { get: describeApi(settings) },
    [routes.element.path]: { get: getElement(settings) },
    [routes.elementFile.path]: { get: getElementFile(settings) },
  },
  components: {
    schemas: {
      ...requestSchemas,
      SendLoginCodeSuccess: published(sendResponseSchema),
      VerifyLoginCodeSuccess: published(verifyResponseSchema),
      ...problemSchemas,
    },
    headers,
  },
});

const about = `Asks for a one-time code and sends it, then checks it and answers with a token. Nothing tells whether the address
or number has an account.

**Keep \`challenge_id\`.** A code works only together with the \`challenge_id\` of the request that asked for it.

**One code at a time.** When the person asks again, send the \`challenge_id\` that you have. The same code is sent again, and
the person can type it from either message. Without \`challenge_id\` a new code is made, and the code of the first message is
wrong with the second \`challenge_id\`. Disable the button while a request runs.

**Repeating.** With an \`Idempotency-Key\`, a request whose answer was lost can be made again: it gets the first answer, and
nothing is sent twice. Such an answer has the header \`Idempotent-Replayed: true\`.

**Known devices.** Checking a code also gives a \`device_token\`. Keep it on the device and send it with the next request for
a code to the same address or number. Then neither the codes that strangers ask for nor their wrong guesses keep this device
waiting. The token signs nobody in.

**Waiting.** Every 429 says in \`retry_after\`, and in \`Retry-After\`, how many seconds to wait. It is exact: after that
long the next request is accepted, a second earlier it is not. So disable the button, count down, and do not retry before.

**Languages.** \`title\`, \`detail\`, the descriptions in \`errors\` and the messages follow \`Accept-Language\`
(${locales.join(', ')}).
Programs go by \`code\`, \`i18n_key\` or \`type\`, which never change.`;

const listProblems = (settings: ServedAt) => ({
  operationId: 'listProblems',
  tags: ['About'],
  summary: 'List every problem',
  parameters: [parameters.acceptLanguage],
  responses: {
    '200': { description: 'A page that lists every problem.', content: page },
    ...problemResponses(['method-not-allowed'], routes.problems.path, settings),
  },
});

const showProblem = (settings: ServedAt) => ({
  operationId: 'showProblem',
  tags: ['About'],
  summary: 'Explain a problem',
  description: 'What the `type` of a problem leads to.',
  parameters: [parameters.slug, parameters.acceptLanguage],
  responses: {
    '200': { description: 'A page: what happened, why, and what a client should do.', content: page },
    ...problemResponses(['not-found', 'method-not-allowed'], problemPath('no-such-problem'), settings),
  },
});

const describeApi = (settings: ServedAt) => ({
  operationId: 'describeApi',
  tags: ['About'],
  summary: 'Describe this API',
  responses: {
    '200': { description: 'This document.', content: { 'application/json': { schema: { type: 'object' } } } },
    ...problemResponses(['method-not-allowed'], routes.openApi.path, settings),
  },
});

const page = { 'text/html': { schema: { type: 'string' } } };
