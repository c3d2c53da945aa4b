import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { beforeTraffic } from '../../functions/before-traffic/compose.ts';
import { createTable } from '../../infra/local/dynamodb.ts';
import { startSecretsManager } from '../../infra/local/secrets-manager.ts';
import { listen, type Running, surviving } from '../../infra/local/server.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readRolloutConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { gatewayEvent, lambdaContext } from '../support/event.ts';
import { secret } from '../support/recorded.ts';
import { baseSettings, inEnvironment, type Services, startServices } from '../support/service.ts';
import { startFunction } from '../support/start-function.ts';
import { type Behaviour, jsonError } from '../support/stub-server.ts';

const heartbeatArn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:heartbeat';
const send = 'arn:aws:lambda:eu-west-1:123456789012:function:login-code-Send:8';
const verify = 'arn:aws:lambda:eu-west-1:123456789012:function:login-code-Verify:5';
const call = { DeploymentId: 'd-1', LifecycleEventHookExecutionId: 'execution-1' };

let services: Services;
let running: Running[];
let env: Environment;
/** What Lambda runs, by the ARN. */
let versions: Record<string, Handler>;
/** What everybody else is answered by. */
let wellKnown: Handler;

/** In place of the answer to a call: of a version by its ARN, or of CodeDeploy. */
let instead: Record<string, Behaviour | undefined> = {};
let invoked: string[] = [];
let reported: object[] = [];

/** Lambda and CodeDeploy. */
async function answerAsAws(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await json(request);
  const version = /^\/2015-03-31\/functions\/(.+)\/invocations$/.exec(decodeURIComponent(request.url ?? ''))?.[1];
  if (version === undefined) reported.push({ target: request.headers['x-amz-target'], ...(body as object) });
  else invoked.push(version);
  const other = instead[version ?? 'CodeDeploy'];
  if (other) return other(response, request);
  const answer = version === undefined ? {} : await versions[version]?.(body as never, lambdaContext());
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

/** The public URL: the versions of before answer there, so whatever is asked of them there is asked in vain. */
async function answerAsSite({ method = '', url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (method !== 'GET') return void response.writeHead(500).end();
  const event = gatewayEvent({ method, path: url, pathParameters: { document: url.split('/').at(-1) ?? '' } });
  const { statusCode, body } = await wellKnown(event, lambdaContext());
  response.writeHead(statusCode).end(body);
}

beforeAll(async () => {
  services = await startServices();
  const tableName = `before-traffic-${process.pid}`;
  await createTable(services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '', tableName);
  const keys = { [heartbeatArn]: secret(randomBytes(32).toString('base64')) };
  const [secrets, aws, site] = await Promise.all([
    startSecretsManager(keys, 0, '127.0.0.1'),
    listen(createServer(surviving(answerAsAws)), 0, '127.0.0.1'),
    listen(createServer(surviving(answerAsSite)), 0, '127.0.0.1'),
  ]);
  running = [secrets, aws, site];
  env = {
    ...baseSettings,
    ...services.env,
    ...inEnvironment(secret(randomBytes(32).toString('base64'))),
    TABLE_NAME: tableName,
    PUBLIC_URL: site.url,
    ...{ CALLER_LIMITS: 'off', TARGET_LIMITS: 'off' }, // runs follow each other at once
    HEARTBEAT_SECRET_ARN: heartbeatArn,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    AWS_ENDPOINT_URL_LAMBDA: aws.url,
    AWS_ENDPOINT_URL_CODEDEPLOY: aws.url,
    SEND_VERSION_ARN: send,
    VERIFY_VERSION_ARN: verify,
  };
  wellKnown = await startFunction('well-known', env);
  versions = {
    [send]: await startFunction('send-login-code', env),
    [verify]: await startFunction('verify-login-code', env),
  };
});
afterAll(() => Promise.all([services, ...running].map((each) => each.close())));

beforeEach(() => {
  instead = {};
  invoked = [];
  reported = [];
});
afterEach(() => void jest.restoreAllMocks());

/** One call of CodeDeploy's, and what was logged. */
async function testVersions(more: Environment = {}) {
  const lines: Record<string, unknown>[] = [];
  let paused = 0;
  const logTo = (level: string) => (message: string, fields: object) => void lines.push({ level, message, ...fields });
  const runtime = {
    ...createRuntime('test'),
    patience: 10,
    now: () => Date.now() + paused,
    log: { info: logTo('info'), warn: logTo('warn'), error: logTo('error') },
    measure() {
      throw new Error('nothing is measured: a version that is refused is no outage');
    },
  };
  const pause = async (length: number) => {
    paused += length;
  };
  await beforeTraffic(readRolloutConfig({ ...env, ...more }), runtime, pause)(call);
  return lines;
}

const report = (status: string) => ({
  target: 'CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus',
  deploymentId: 'd-1',
  lifecycleEventHookExecutionId: 'execution-1',
  status,
});
const fails = jsonError(500, 'ServiceException');

/** What Lambda answers where a function throws, or does not start. */
const crashes: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'x-amz-function-error': 'Unhandled' });
  response.end(JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage: 'ada@mailbox.example' }));
};

/** What a function answers in good order. */
const answers =
  (statusCode: number, i18n_key: string): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ statusCode, headers: {}, body: JSON.stringify({ i18n_key }) }));
  };

describe('new versions', () => {
  test('may take requests where somebody can sign in with them, and have a mail taken', async () => {
    services.takeCalls();
    expect(await testVersions()).toEqual([{ level: 'info', message: 'the new version signs in' }]);
    expect(reported).toEqual([report('Succeeded')]);
    expect(invoked).toEqual([send, verify, send]);
    expect(services.takeCalls().SendEmail).toBe(1);
  });

  test.each<[string, string, Behaviour, object]>([
    ['does not start', send, crashes, { step: 'send', why: 'no answer, Runtime.ExitError' }],
    [
      'answers with an error',
      send,
      answers(500, 'error.internal'),
      { step: 'send', why: 'status 500, error.internal' },
    ],
    ['cannot be called', send, fails, { step: 'send', why: 'no answer, ServiceException' }],
    ['crashes at a code', verify, crashes, { step: 'verify', why: 'no answer, Runtime.ExitError' }],
    [
      'refuses the right code',
      verify,
      answers(400, 'error.code_invalid'),
      { step: 'verify', why: 'status 400, error.code_invalid' },
    ],
  ])('are refused where one %s, and the log names the step', async (_, version, behaviour, failure) => {
    instead = { [version]: behaviour };
    expect(await testVersions()).toEqual([
      { level: 'warn', message: 'the heartbeat failed, and tries again', ...failure },
      { level: 'error', message: 'the new version is refused', ...failure },
    ]);
    expect(reported).toEqual([report('Failed')]);
  });

  test('are refused where mail is not taken any more', async () => {
    const broken = await startFunction('send-login-code', { ...env, AWS_ENDPOINT_URL_SESV2: 'http://127.0.0.1:9' });
    const whole = versions[send];
    versions = { ...versions, [send]: broken };
    expect(await testVersions()).toContainEqual(
      expect.objectContaining({ message: 'the new version is refused', step: 'email' }),
    );
    versions = { ...versions, ...(whole && { [send]: whole }) };
    expect(reported).toEqual([report('Failed')]);
  });

  test('are not refused for a failure that is over ten seconds later', async () => {
    instead[verify] = (response, request) => {
      instead = {};
      crashes(response, request);
    };
    expect(await testVersions()).toMatchObject([{ level: 'warn', step: 'verify' }, { level: 'info' }]);
    expect(reported).toEqual([report('Succeeded')]);
  });

  test('are refused where they could not be tested: without an answer, CodeDeploy would wait for an hour', async () => {
    const none = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:none';
    expect(await testVersions({ HEARTBEAT_SECRET_ARN: none })).toEqual([
      expect.objectContaining({ level: 'error', message: 'the new version could not be tested' }),
    ]);
    expect(reported).toEqual([report('Failed')]);
  });
});

test('a report that CodeDeploy refuses is a fault of the function, which its errors count', async () => {
  instead = { CodeDeploy: jsonError(400, 'InvalidLifecycleEventHookExecutionIdException') };
  await expect(testVersions()).rejects.toThrow();
});

test('each version must be named by the ARN of a version', () => {
  const { SEND_VERSION_ARN: _, ...without } = env;
  expect(() => readRolloutConfig(without)).toThrow('SEND_VERSION_ARN is required');
  expect(() => readRolloutConfig({ ...env, VERIFY_VERSION_ARN: verify.replace(/:5$/, '') })).toThrow(
    'VERIFY_VERSION_ARN must be the ARN of a version of a function',
  );
});
