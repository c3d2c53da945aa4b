import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { describeCall } from '../../lib/http/call.ts';
import { respond } from '../../lib/http/chain/respond.ts';
import { gatewayCors } from '../../lib/http/gateway-cors.ts';
import { pageOrProblem } from '../../lib/http/problems/page-or-problem.ts';
import { everyRoute } from '../../lib/http/routes.ts';
import { createRuntime, type Runtime } from '../../lib/runtime/runtime.ts';
import { type ApiConfig, readVerifyConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { variable } from '../../lib/settings/variables.ts';
import { environmentOf } from '../stack/settings.ts';
import { checkWordsFile } from '../words/check.ts';
import { createTable, startDynamoDb } from './dynamodb.ts';
import { startEndUserMessaging } from './end-user-messaging.ts';
import { createGateway } from './gateway.ts';
import { handlersOf } from './handlers.ts';
import { createInbox } from './inbox.ts';
import { localOrigins } from './local-origins.ts';
import { mailbox } from './mailbox.ts';
import type { Ports } from './ports.ts';
import { startSecretsManager } from './secrets-manager.ts';
import { listen, loopback } from './server.ts';
import { startSes } from './ses.ts';
import { laptopSettings, secretArns, tableName } from './settings.ts';
import { startSns } from './sns.ts';

export interface Stack {
  close(): Promise<void>;
}

/** The functions as they are deployed, and every service that they call, all in this process. */
export async function startStack(env: Environment, ports: Ports, host: string): Promise<Stack> {
  const [dynamodb, ses, sns, endUserMessaging, secretsManager] = await Promise.all([
    startDynamoDb(ports.dynamodb, host),
    startSes(ports.ses, host),
    startSns(ports.sns, host),
    startEndUserMessaging(ports.endUserMessaging, host),
    startSecretsManager(newSecrets(), ports.secretsManager, host),
  ]);
  const given = readVerifyConfig(
    {
      ...defaults(ports, env),
      [variable.dynamodbEndpoint]: dynamodb.url,
      [variable.sesEndpoint]: ses.url,
      [variable.snsEndpoint]: sns.url,
      [variable.endUserMessagingEndpoint]: endUserMessaging.url,
      [variable.secretsManagerEndpoint]: secretsManager.url,
      ...env, // an empty variable switches a default off
    },
    checkWordsFile,
  );
  const config = env[variable.allowedOrigins] === undefined ? { ...given, allowedOrigins: localOrigins } : given;
  if (config.endpoints.dynamodb) await createTable(config.endpoints.dynamodb, config.tableName);

  const runtime = { ...createRuntime(config.serviceName), patience: 10 }; // dynalite runs in this process
  const handlers = handlersOf(config, runtime);
  const served = everyRoute().map((route) => ({ ...route, handler: handlers[route.endpoint] }));
  const open = host !== loopback;
  const inbox = createInbox(mailbox([ses, sns, endUserMessaging]));
  const server = createGateway({ routes: served, inbox, notFound: notFound(config, runtime), open });
  const gateway = await listen(server, ports.gateway, host);
  return {
    async close() {
      await Promise.all(
        [gateway, dynamodb, ses, sns, endUserMessaging, secretsManager].map((service) => service.close()),
      );
    },
  };
}

const defaults = ({ gateway }: Ports, env: Environment): Environment => ({
  [variable.tableName]: tableName,
  ...(!env[variable.loginCodeSecret] && secretArns),
  [variable.publicUrl]: `http://localhost:${gateway}`,
  ...environmentOf(laptopSettings(env)),
});

/** New ones at each start: the table does not live longer either. */
const newSecrets = (): Record<string, string> =>
  Object.fromEntries(Object.values(secretArns).map((name) => [name, randomBytes(32).toString('base64')]));

/** The answer that API Gateway gives for an unknown path; to a browser that asks for a page, a page. */
const notFound =
  (config: ApiConfig, { now, random }: Runtime) =>
  async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const call = await describeCall(event, [], { ...config, random });
    const page = await pageOrProblem('not-found', event, { ...config, apiReference: true }, call.language);
    const answer = respond(page, call, config, now());
    return { ...answer, headers: { ...answer.headers, ...gatewayCors(config.allowedOrigins) } };
  };
