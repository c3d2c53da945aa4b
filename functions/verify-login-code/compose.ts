import type { TellReceived } from '../../lib/aws/feedback.ts';
import { createHeartbeatKey } from '../../lib/aws/heartbeat-key.ts';
import { prime } from '../../lib/aws/prime.ts';
import { createKeys, type FetchKeys } from '../../lib/aws/secret.ts';
import { createSigner, kmsAt } from '../../lib/aws/signing.ts';
import { createTable } from '../../lib/aws/table.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createIssueToken, type Signer } from '../../lib/flows/issue-token.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { createRecogniseHeartbeat } from '../../lib/http/heartbeat.ts';
import type { PrimedHandler } from '../../lib/http/rehearsal.ts';
import { verifyEndpoint } from '../../lib/http/verify-login-code.ts';
import { once } from '../../lib/once.ts';
import { describeError } from '../../lib/runtime/log.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { VerifyConfig } from '../../lib/settings/config.ts';
import { rehearseVerify } from './rehearsal.ts';

/** Config → adapters → flow → endpoint. */
export function verifyLoginCode(config: VerifyConfig, runtime: Runtime): PrimedHandler {
  const { endpoints } = config;
  const table = createTable(endpoints.dynamodb, config.tableName, runtime);
  const kms = kmsAt(endpoints.kms);
  const recogniseHeartbeat = createRecogniseHeartbeat(config, (arn) =>
    createHeartbeatKey(arn, endpoints.secretsManager, runtime.patience),
  );
  const keys = createKeys(config.secrets, endpoints.secretsManager, runtime);
  const signer = createSigner(config.signing, kms);
  const tellReceived = config.sms?.feedback ? tellReceivedAt(endpoints.endUserMessaging) : undefined;

  return {
    handler: serve(keys, signer, runtime),
    prime: () => prime({ fetch: [keys, signer.kid], rehearse }, runtime),
  };

  /** With a signer of its own: it would hand the key that memory answers with to real tokens. */
  async function rehearse(keys: FetchKeys, runtime: Runtime): Promise<void> {
    const handler = serve(keys, createSigner(config.signing, kms), runtime);
    await rehearseVerify(handler, config.sms ? ['email', 'sms'] : ['email'], {
      table,
      keys,
      runtime,
      policy: config.code,
    });
  }

  function serve(keys: FetchKeys, signer: Signer, runtime: Runtime): Handler {
    const verify = createVerify(
      {
        table,
        denials: createDenials(),
        keys,
        issueToken: createIssueToken({ signer, keys, random: runtime.random }, config.token),
        prepareToken: signer.kid,
        tellReceived,
        report: (error) => runtime.log.warn('a right code was not counted everywhere', describeError(error)),
        now: runtime.now,
        random: runtime.random,
      },
      config,
    );
    return endpoint(verifyEndpoint(verify, { ...config, recogniseHeartbeat }, runtime), { ...config, ...runtime });
  }
}

/** A container that verifies mail alone never loads the code for texts. */
function tellReceivedAt(endpoint: string | undefined): TellReceived {
  const loaded = once(async () => (await import('../../lib/aws/feedback.ts')).createFeedback(endpoint));
  return async (messageId) => (await loaded())(messageId);
}
