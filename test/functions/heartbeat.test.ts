import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { heartbeat } from '../../functions/heartbeat/compose.ts';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { loopback, type Running } from '../../infra/local/server.ts';
import { startSes } from '../../infra/local/ses.ts';
import { secretArns } from '../../infra/local/settings.ts';
import { type Stack, startStack } from '../../infra/local/stack.ts';
import { heartbeatSteps } from '../../lib/core/heartbeat-steps.ts';
import { minute } from '../../lib/core/time.ts';
import { routes, wellKnownPath } from '../../lib/http/routes.ts';
import type { Measurement } from '../../lib/runtime/metrics.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readHeartbeatConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { type Relay, startRelay } from '../support/relay.ts';
import { type Behaviour, dropsConnection, jsonError, startStub } from '../support/stub-server.ts';

const gateway = 28_000 + (process.pid % 2_000); // below the ports that connections are given
const secrets = gateway + 2_000;
const secretsUrl = `http://${loopback}:${secrets}`;

let table: Relay;
let ses: Relay;
let api: Relay;
let services: Running[];
let stack: Stack;
beforeAll(async () => {
  const behind = await Promise.all([startDynamoDb(0, loopback), startSes(0, loopback)]);
  [table, ses, api] = await Promise.all([
    startRelay(() => behind[0].url),
    startRelay(() => behind[1].url),
    startRelay(() => `http://${loopback}:${gateway}`),
  ]);
  services = [...behind, table, ses, api];
  stack = await startStack(
    {
      PUBLIC_URL: api.url,
      CODE_LENGTH: '10',
      AWS_ENDPOINT_URL_DYNAMODB: table.url,
      AWS_ENDPOINT_URL_SESV2: ses.url,
      EMAIL_BUDGET: '1', // touched by no run
      ...{ CALLER_LIMITS: 'off', VERIFY_CALLER_LIMITS: 'off', TARGET_LIMITS: 'off' }, // runs follow each other at once
    },
    { gateway, dynamodb: 0, ses: 0, sns: 0, secretsManager: secrets, endUserMessaging: 0 },
    loopback,
  );
});
afterAll(async () => {
  await stack.close();
  await Promise.all(services.map((service) => service.close()));
});

beforeEach(() => {
  for (const relay of [table, ses, api]) relay.instead = () => undefined;
});
afterEach(() => void jest.restoreAllMocks());

const env = (more: Environment = {}) => ({
  PUBLIC_URL: api.url,
  HEARTBEAT_SECRET_ARN: secretArns.HEARTBEAT_SECRET_ARN,
  CODE_LENGTH: '10',
  EMAIL_FROM: 'login@example.com',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
  ...more,
});

/** One run: what it found, and what it measured. */
async function beat(clockAhead = 0, more: Environment = {}) {
  const measured: [Measurement, number | undefined][] = [];
  let paused = 0;
  const runtime = {
    ...createRuntime('test'),
    now: () => Date.now() + clockAhead + paused,
    measure: (measurement: Measurement, value?: number) => void measured.push([measurement, value]),
  };
  const pause = async (length: number) => {
    paused += length;
  };
  const failure = await heartbeat(readHeartbeatConfig(env(more)), runtime, pause)();
  const red = measured.flatMap(([measurement, value]) =>
    measurement.metric === 'HeartbeatFailed' && value === 1 ? [measurement.step] : [],
  );
  return { failure, red, measured };
}

const at =
  (path: string, behaviour: Behaviour): Relay['instead'] =>
  ({ url }) =>
    url === path ? behaviour : undefined;

const fails = jsonError(500, 'InternalError');
const json =
  (body: object): Behaviour =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const keySetPath = wellKnownPath('jwks.json');

test('the heartbeat signs in, and says of every step that it went well', async () => {
  const { failure, measured } = await beat();
  expect(failure).toBeUndefined();
  expect(measured).toEqual(heartbeatSteps.map((step) => [{ metric: 'HeartbeatFailed', step }, 0]));
});

test('the step about mail is neither tried nor measured where no mail is sent', async () => {
  ses.instead = () => fails;
  const { failure, measured } = await beat(0, { EMAIL_FROM: '' });
  expect([failure, measured.length]).toEqual([undefined, heartbeatSteps.length - 1]);
});

describe('the heartbeat names the step that failed, and no other, when', () => {
  test('the function that sends is broken', async () => {
    api.instead = at(routes.sendLoginCode.path, fails);
    expect((await beat()).red).toEqual(['send']);
  });

  test('nobody answers', async () => {
    api.instead = () => dropsConnection;
    expect(await beat()).toMatchObject({ red: ['send'], failure: { why: expect.stringMatching(/^no answer/) } });
  });

  test('the table is broken', async () => {
    table.instead = () => fails;
    expect(await beat()).toMatchObject({
      red: ['send'],
      failure: { step: 'send', why: 'status 500, error.internal' },
    });
  });

  test('SES refuses', async () => {
    ses.instead = () => jsonError(403, 'AccountSuspendedException');
    expect(await beat()).toMatchObject({
      red: ['email'],
      failure: { step: 'email', why: 'status 500, error.delivery_failed' },
    });
  });

  test('the function that verifies is broken', async () => {
    api.instead = at(routes.verifyLoginCode.path, fails);
    expect((await beat()).red).toEqual(['verify']);
  });

  test('the key set is not served', async () => {
    api.instead = at(keySetPath, fails);
    expect((await beat()).red).toEqual(['key-set']);
  });

  test('the key set is not the one that tokens are signed by', async () => {
    const { publicKey } = await generateKeyPair('RS256');
    const { keys } = (await (await fetch(`${api.url}${keySetPath}`)).json()) as { keys: object[] };
    api.instead = at(keySetPath, json({ keys: [{ ...keys[0], ...(await exportJWK(publicKey)) }] }));
    expect(await beat()).toMatchObject({
      red: ['key-set'],
      failure: { why: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
    });
  });

  test('the key set is empty, or something else', async () => {
    for (const body of [{ keys: [] }, {}, []]) {
      api.instead = at(keySetPath, json(body));
      expect((await beat()).red).toEqual(['key-set']);
    }
  });

  test.each([
    ['a minute ahead', -minute],
    ['a minute behind', minute],
    ['so far off that neither knows the other', 10 * minute],
  ])('the clock of the service is %s', async (_, clockAhead) => {
    expect((await beat(clockAhead)).red).toEqual(['clock']);
  });
});

test('a run that fails asks twice for what fails, and for nothing after it', async () => {
  const asked: (string | undefined)[] = [];
  table.instead = () => fails;
  api.instead = ({ url }) => {
    asked.push(url);
    return undefined;
  };
  await beat();
  expect(asked).toEqual([routes.sendLoginCode.path, routes.sendLoginCode.path]);
});

test('a failure that is over ten seconds later wakes nobody', async () => {
  let broken = true;
  api.instead = ({ url }) => {
    const first = broken && url === routes.verifyLoginCode.path;
    if (first) broken = false;
    return first ? fails : undefined;
  };
  expect(await beat()).toMatchObject({ failure: undefined, red: [] });
});

test('a heartbeat without its secret fails, and measures nothing: what is missing counts as a failure', async () => {
  const none = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:none';
  await expect(beat(0, { HEARTBEAT_SECRET_ARN: none })).rejects.toThrow();
});

describe('what the account may spend on texts', () => {
  const spend = async (behaviour: Behaviour) => {
    const sns = await startStub(behaviour);
    const written: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    const more = { SMS_COUNTRIES: 'US=5000', AWS_ENDPOINT_URL_SNS: sns.url };
    const { failure, measured } = await beat(0, more).finally(() => sns.close());
    const limits = measured.filter(([{ metric }]) => metric === 'SmsLimit').map(([, value]) => value);
    return { failure, limits, asked: sns.bodies, written };
  };
  const tells =
    (entries: string): Behaviour =>
    (response) => {
      const body = `<attributes>${entries}</attributes>`;
      response.writeHead(200, { 'content-type': 'text/xml' });
      response.end(
        `<GetSMSAttributesResponse><GetSMSAttributesResult>${body}</GetSMSAttributesResult></GetSMSAttributesResponse>`,
      );
    };

  test('is measured, in USD, where texts go out by SNS', async () => {
    const { limits, asked } = await spend(tells('<entry><key>MonthlySpendLimit</key><value>1</value></entry>'));
    expect([limits, asked]).toEqual([[1], [expect.stringContaining('Action=GetSMSAttributes')]]);
  });

  test('is not measured, and not a failure to sign in, where SNS does not say it or does not answer', async () => {
    const silent = await spend(tells(''));
    expect([silent.failure, silent.limits]).toEqual([undefined, []]);
    expect(silent.written.join()).toContain('what the account may spend on texts is not told');
    const broken = await spend(fails);
    expect([broken.failure, broken.limits]).toEqual([undefined, []]);
    expect(broken.written.join()).toContain('what the account may spend on texts could not be read');
  });

  test('is not asked of SNS where no text goes out by it', async () => {
    const sns = await startStub(fails);
    await beat(0, { AWS_ENDPOINT_URL_SNS: sns.url });
    const other = { SMS_COUNTRIES: 'US=5000', SMS_SERVICE: 'end-user-messaging', AWS_ENDPOINT_URL_SNS: sns.url };
    await beat(0, other);
    await sns.close();
    expect(sns.bodies).toEqual([]);
  });
});
