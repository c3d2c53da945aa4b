import type { IncomingMessage } from 'node:http';
import { expect } from '@jest/globals';
import type { ValidateFunction } from 'ajv';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { createTable } from '../../infra/local/dynamodb.ts';
import { mailbox, type Outbox } from '../../infra/local/mailbox.ts';
import { validateProblem, validateSendResponse, validateVerifyResponse } from '../../lib/generated/validators.js';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import { routes } from '../../lib/http/routes.ts';
import { once } from '../../lib/once.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { answerFaults } from './described.ts';
import { newSecret, secretArns, signingKey, startEmulated } from './emulated.ts';
import { type Call, gatewayEvent, lambdaContext } from './event.ts';
import { secret } from './recorded.ts';
import { startFunction } from './start-function.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came back, checked against the contract's schema already
  readonly body: any;
}

/** The services of the stack, shared by the tests of a file. */
export interface Services extends Outbox {
  readonly env: Environment;
  /** By AWS operation, since the last look. */
  takeCalls(): Record<string, number>;
  close(): Promise<void>;
}

let tables = 0;

const inSecretsManager: Environment = { LOGIN_CODE_SECRET: '', ...secretArns };

/** For a function whose code secret a test has to know. */
export const inEnvironment = (value: string): Environment => ({
  LOGIN_CODE_SECRET: value,
  INDEX_SECRET_ARN: '',
  CODE_SECRET_ARN: '',
});

export async function startServices(): Promise<Services> {
  const calls: Record<string, number> = {};
  const all = await startEmulated();
  const { dynamodb, ses, sns, endUserMessaging, secretsManager, kms } = all;
  for (const { server } of [dynamodb, ses, sns, endUserMessaging, kms])
    server.on('request', (request) => count(calls, request));
  const outbox = mailbox([ses, sns, endUserMessaging]);
  return {
    messages: outbox.messages,
    async clear() {
      await keepCodesSecret(outbox);
      await outbox.clear();
    },
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
      AWS_ENDPOINT_URL_SESV2: ses.url,
      AWS_ENDPOINT_URL_SNS: sns.url,
      AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: endUserMessaging.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.url,
      ...inSecretsManager,
      AWS_ENDPOINT_URL_KMS: kms.url,
    },
    takeCalls() {
      const taken = { ...calls };
      for (const operation of Object.keys(calls)) delete calls[operation];
      return taken;
    },
    async close() {
      await keepCodesSecret(outbox);
      await Promise.all(Object.values(all).map((running) => running.close()));
    },
  };
}

async function keepCodesSecret(outbox: Outbox): Promise<void> {
  for (const { text } of await outbox.messages()) for (const [code] of text.matchAll(/\d{10}/g)) secret(code);
}

function count(calls: Record<string, number>, { headers, url, method }: IncomingMessage): void {
  const target = String(headers['x-amz-target'] ?? '').split('.')[1];
  const operation = target ?? (url === '/v2/email/outbound-emails' ? 'SendEmail' : method === 'POST' ? 'Publish' : '');
  if (operation && operation !== 'CreateTable') calls[operation] = (calls[operation] ?? 0) + 1;
}

export interface Service {
  readonly clock: { now: number };
  readonly tableName: string;
  send(body: unknown, call?: Omit<Call, 'body'>): Promise<Answer>;
  verify(body: unknown, call?: Omit<Call, 'body'>): Promise<Answer>;
}

/** One warm function of each kind over a table of its own, unless one is named. */
export async function startService(services: Pick<Services, 'env'>, settings: Environment = {}): Promise<Service> {
  const tableName = settings.TABLE_NAME ?? `login-code-${process.pid}-${Date.now()}-${tables++}`;
  const env: Environment = { ...baseSettings, ...services.env, TABLE_NAME: tableName, ...settings };
  const dynamodb = env.AWS_ENDPOINT_URL_DYNAMODB;
  if (dynamodb && !settings.TABLE_NAME) await createTable(dynamodb, tableName);
  const clock = { now: Date.now() };
  const start = (name: 'send-login-code' | 'verify-login-code') => startFunction(name, env, () => clock.now);
  const sending = await start('send-login-code');
  const verifying = once(() => start('verify-login-code')); // most tests only send
  return {
    clock,
    tableName,
    send: (body, call = {}) => callHandler(sending, { ...call, body }),
    verify: async (body, call = {}) =>
      callHandler(await verifying(), { path: routes.verifyLoginCode.path, ...call, body }, validateVerifyResponse),
  };
}

export const baseSettings: Environment = {
  LOGIN_CODE_SECRET: newSecret(),
  PUBLIC_URL: 'https://login.example.com/v1',
  EMAIL_FROM: 'login@example.com',
  SMS_COUNTRIES: '*=1000000',
  AUDIENCE: 'https://api.example.com',
  SIGNING_KEY_ARN: signingKey,
  CODE_LENGTH: '10', // shorter ones turn up in any log by chance
};

/** Every answer of every test is held to the contract, and to what our OpenAPI document says of it. */
export async function callHandler(
  handler: Handler,
  call: Call,
  validateSuccess: ValidateFunction = validateSendResponse,
): Promise<Answer> {
  const answer = read(await handler(gatewayEvent(call), lambdaContext()));
  const succeeded = answer.status === 200;
  const validate: ValidateFunction = succeeded ? validateSuccess : validateProblem;
  const valid: boolean = validate(answer.body);
  if (!valid) throw new Error(`Out of contract: ${JSON.stringify([answer, validate.errors])}`);
  const { path = routes.sendLoginCode.path, method = 'POST' } = call;
  if (method === 'POST' && path.startsWith('/auth/')) {
    const type = answer.headers['Content-Type'] ?? '';
    expect(answerFaults(path, 'post', answer.status, type, answer.body)).toEqual([]);
  }
  expect(answer.headers).toMatchObject({
    'Content-Type': succeeded ? 'application/json' : 'application/problem+json',
    'Cache-Control': 'no-store',
  });
  expect(answer.headers['Retry-After']).toBe(answer.body.retry_after?.toString());
  expect(answer.body.status).toBe(succeeded ? undefined : answer.status);
  const id = answer.body.data?.challenge_id ?? answer.body.challenge_id;
  if (id) secret(id);
  if (answer.body.data?.token) secret(answer.body.data.token);
  if (answer.body.data?.device_token) secret(answer.body.data.device_token);
  return answer;
}

const read = ({ statusCode, headers, body }: APIGatewayProxyResult): Answer => ({
  status: statusCode,
  headers: headers as Record<string, string>,
  body: JSON.parse(body),
});
