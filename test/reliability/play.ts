import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { sendLoginCode } from '../../functions/send-login-code/compose.ts';
import { verifyLoginCode } from '../../functions/verify-login-code/compose.ts';
import { wellKnown } from '../../functions/well-known/compose.ts';
import { createTable } from '../../infra/local/dynamodb.ts';
import { functionTimeout } from '../../lib/core/deadlines.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import { routes, wellKnownPath } from '../../lib/http/routes.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readSendConfig, readTokenConfig, readVerifyConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { answerFaults } from '../support/described.ts';
import { type Call, gatewayEvent } from '../support/event.ts';
import { secret } from '../support/recorded.ts';
import { type Relay, startRelay } from './relay.ts';
import { type Emulated, endpointsAt, settings } from './services.ts';
import { readState, type State } from './state.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: any JSON; `unshaped` says whether it is as the API describes it
  readonly body: any;
  readonly took: Millis;
  /** What in it is not as the served OpenAPI document says. */
  readonly unshaped: readonly string[];
}

type Ask = (body: unknown, call?: Omit<Call, 'body'>) => Promise<Answer>;

/** The functions of one deployment, with a table of their own, behind a relay of their own. */
export interface Play {
  readonly relay: Relay;
  /** The clock of the functions runs ahead of the real one by this much. */
  readonly clock: { ahead: Millis };
  readonly send: Ask;
  readonly verify: Ask;
  readonly keySet: () => Promise<Answer>;
  /** The next request of each function meets a fresh container, which has fetched nothing yet. */
  restart(): Promise<void>;
  state(): Promise<State>;
  close(): Promise<void>;
}

let tables = 0;

/** What answers: the functions themselves, or processes that run them. */
export interface Functions {
  readonly send: Handler;
  readonly verify: Handler;
  readonly keySet: Handler;
  stop(): Promise<void>;
}

export type StartFunctions = (env: Environment, clock: Play['clock']) => Functions;

/** The table runs in this process, which others slow down. All calls of a request still end before its deadline. */
const patience = 2;

const inThisProcess: StartFunctions = (env, clock) => {
  const runtime = { ...createRuntime('test'), now: () => Date.now() + clock.ahead, patience };
  return {
    send: sendLoginCode(readSendConfig(env), runtime).handler,
    verify: verifyLoginCode(readVerifyConfig(env), runtime).handler,
    keySet: wellKnown(readTokenConfig(env), runtime),
    stop: async () => {},
  };
};

export async function startPlay(
  emulated: Emulated,
  own: Environment,
  start: StartFunctions = inThisProcess,
): Promise<Play> {
  const relay = await startRelay(emulated);
  const tableName = `reliability-${process.pid}-${Date.now()}-${tables++}`;
  await createTable(emulated.urls.dynamodb, tableName);
  const direct = new DynamoDBClient({ endpoint: emulated.urls.dynamodb });
  const env: Environment = { ...settings, ...endpointsAt(relay.url), TABLE_NAME: tableName, ...own };
  const clock = { ahead: 0 };
  let functions = start(env, clock);
  const keySetCall = { method: 'GET', path: wellKnownPath('jwks.json'), pathParameters: { document: 'jwks.json' } };
  return {
    relay,
    clock,
    send: (body, call = {}) => ask(functions.send, { ...call, body }),
    verify: (body, call = {}) => ask(functions.verify, { ...call, path: routes.verifyLoginCode.path, body }),
    keySet: () => ask(functions.keySet, keySetCall),
    async restart() {
      await functions.stop();
      functions = start(env, clock);
    },
    state: async () => readState((await direct.send(new ScanCommand({ TableName: tableName }))).Items ?? []),
    async close() {
      await functions.stop();
      direct.destroy();
      await relay.close();
    },
  };
}

async function ask(handler: Handler, call: Call): Promise<Answer> {
  const began = performance.now();
  const getRemainingTimeInMillis = () => functionTimeout - (performance.now() - began);
  const { statusCode, headers, body } = await handler(gatewayEvent(call), { getRemainingTimeInMillis } as Context);
  const took = performance.now() - began;
  const { path = routes.sendLoginCode.path, method = 'POST' } = call;
  const parsed = JSON.parse(body);
  for (const found of [parsed.challenge_id, ...Object.values(parsed.data ?? {})]) {
    if (typeof found === 'string' && found.length >= 20) secret(found); // ids and tokens
  }
  const type = String(headers?.['Content-Type']);
  return {
    status: statusCode,
    body: parsed,
    took,
    unshaped: answerFaults(path, method.toLowerCase(), statusCode, type, parsed),
  };
}
