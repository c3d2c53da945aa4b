import { createKeys } from '../../lib/aws/secret.ts';
import { createSigner } from '../../lib/aws/signing.ts';
import { createTable, tableClient } from '../../lib/aws/table.ts';
import { countOutcome } from '../../lib/count-outcome.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createIssueToken } from '../../lib/flows/issue-token.ts';
import { createVerify } from '../../lib/flows/verify.ts';
import { validateVerifyRequest } from '../../lib/generated/validators.js';
import { callerOf } from '../../lib/http/caller.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { problem } from '../../lib/http/chain/reply.ts';
import { violationsIn } from '../../lib/http/chain/request-body.ts';
import { readCode } from '../../lib/http/read-code.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { replyToVerify, verifyMeasurement } from '../../lib/http/verify-login-code.ts';
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
      table: createTable(tableClient(endpoints.dynamodb, runtime.measure), config.tableName),
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
  return endpoint(
    {
      method: 'POST',
      validate: validateVerifyRequest,
      handle: async ({ body, event }) => {
        const target = await readTarget(body, config.testTargets, runtime.now());
        const code = readCode(body.code, config.code);
        if ('violations' in target || 'violations' in code) {
          return problem('invalid-request', { violations: violationsIn(target, code) });
        }
        const caller = callerOf(event, config.proxy, runtime.log);
        const result = await verify({ target, caller, challengeId: body.challenge_id, ...code });
        countOutcome(verifyMeasurement(result, target), runtime);
        return { ...replyToVerify(result), channel: target.channel };
      },
    },
    { ...config, ...runtime },
  );
}
