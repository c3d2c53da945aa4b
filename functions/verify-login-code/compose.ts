import { createKeys } from '../../lib/aws/secret.ts';
import { createSigner } from '../../lib/aws/signing.ts';
import { createTable } from '../../lib/aws/table.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createIssueToken } from '../../lib/flows/issue-token.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { verifyEndpoint } from '../../lib/http/verify-login-code.ts';
import { describeError } from '../../lib/runtime/log.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { VerifyConfig } from '../../lib/settings/config.ts';

/** Config → adapters → flow → endpoint. */
export function verifyLoginCode(config: VerifyConfig, runtime: Runtime): Handler {
  const { endpoints } = config;
  const keys = createKeys(config.secrets, endpoints.secretsManager, runtime);
  const signer = createSigner(config.signing, endpoints.kms);
  const verify = createVerify(
    {
      table: createTable(endpoints.dynamodb, config.tableName, runtime),
      denials: createDenials(),
      keys,
      issueToken: createIssueToken({ signer, keys, random: runtime.random }, config.token),
      prepareToken: signer.kid,
      smsBudgets: config.sms?.budgets,
      report: (error) => runtime.log.warn('a right code was not counted everywhere', describeError(error)),
      now: runtime.now,
      random: runtime.random,
    },
    config,
  );
  return endpoint(verifyEndpoint(verify, config, runtime), { ...config, ...runtime });
}
