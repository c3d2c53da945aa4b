import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { wellKnown } from '../../functions/well-known/compose.ts';
import { createGateway } from '../../infra/local/gateway.ts';
import { listen, type Running } from '../../infra/local/server.ts';
import { createKeys } from '../../lib/aws/secret.ts';
import { createSigner, kmsAt } from '../../lib/aws/signing.ts';
import type { Target } from '../../lib/core/target.ts';
import type { Millis } from '../../lib/core/time.ts';
import { createIssueToken, type Token } from '../../lib/flows/issue-token.ts';
import { routes } from '../../lib/http/routes.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { secret } from './recorded.ts';
import { baseSettings } from './service.ts';

/** What signs tokens and serves, over HTTP, what they are checked with. */
export interface Issuer extends Omit<Running, 'close'> {
  issue(target: Target, at?: Millis): Promise<Token>;
}

/** Settings that make the key in this process. */
export const inProcess: Environment = { ENVIRONMENT: 'development', SIGNING_KEY_ARN: '' };

const started: Running[] = [];

/** Closes every issuer a file has started, those of a failed test too. */
export const closeIssuers = async (): Promise<void> => {
  await Promise.all(started.splice(0).map((running) => running.close()));
};

export async function startIssuer(settings: Environment): Promise<Issuer> {
  const server = createServer();
  const running = await listen(server, 0, '127.0.0.1');
  started.push(running);
  const config = readVerifyConfig({ ...baseSettings, PUBLIC_URL: running.url, TABLE_NAME: 'unused', ...settings });
  const runtime = createRuntime('test');
  const gateway = createGateway({
    routes: [{ ...routes.wellKnown, handler: wellKnown(config, runtime) }],
    inbox: async () => undefined,
    notFound: async () => ({ statusCode: 404, body: '' }),
    open: false,
  });
  server.on('request', (...exchange) => gateway.emit('request', ...exchange));

  const issueToken = createIssueToken(
    {
      signer: createSigner(config.signing, kmsAt(config.endpoints.kms)),
      keys: createKeys(config.secrets, config.endpoints.secretsManager, runtime),
      random: randomBytes,
    },
    config.token,
  );
  return {
    url: running.url,
    server,
    async issue(target, at = Date.now()) {
      const token = await issueToken(target, at);
      secret(token.jwt);
      return token;
    },
  };
}
