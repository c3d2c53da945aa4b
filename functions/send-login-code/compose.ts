import { createKeys } from '../../lib/aws/secret.ts';
import { createTable, tableClient } from '../../lib/aws/table.ts';
import type { Target } from '../../lib/core/target.ts';
import { countOutcome } from '../../lib/count-outcome.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend } from '../../lib/flows/send.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { validateSendRequest } from '../../lib/generated/validators.js';
import { callerOf } from '../../lib/http/caller.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { problem } from '../../lib/http/chain/reply.ts';
import { violationsIn } from '../../lib/http/chain/request-body.ts';
import { readIdempotencyKey } from '../../lib/http/idempotency-key.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { replyToSend, sendMeasurement } from '../../lib/http/send-login-code.ts';
import { once } from '../../lib/once.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';

/** Config → adapters → flow → endpoint. */
export function sendLoginCode(config: SendConfig, runtime: Runtime): Handler {
  const { email, sms, endpoints } = config;
  const send = createSend(
    {
      table: createTable(tableClient(endpoints.dynamodb, runtime.measure), config.tableName),
      email: email && onFirstUse(async () => (await import('./email.ts')).deliverEmail(email, config, runtime)),
      sms: sms && {
        budgets: sms.budgets,
        deliver: onFirstUse(async () => (await import('./sms.ts')).deliverSms(sms, config, runtime)),
      },
      denials: createDenials(),
      keys: createKeys(config.secrets, endpoints.secretsManager, runtime),
      now: runtime.now,
      random: runtime.random,
    },
    config,
  );
  return endpoint(
    {
      method: 'POST',
      validate: validateSendRequest,
      handle: async ({ body, event, call: { locale } }) => {
        const [target, idempotency] = await Promise.all([
          readTarget(body, config.testTargets, runtime.now()),
          readIdempotencyKey(event),
        ]);
        if ('violations' in target || 'violations' in idempotency) {
          return problem('invalid-request', { violations: violationsIn(target, idempotency) });
        }
        const result = await send({
          target,
          caller: callerOf(event, config.proxy, runtime.log),
          locale,
          challengeId: body.challenge_id,
          idempotencyKey: idempotency.key,
        });
        countOutcome(sendMeasurement(result, target), runtime);
        return { ...replyToSend(result), channel: target.channel };
      },
    },
    { ...config, ...runtime },
  );
}

/** A container that only sends mail never loads what texts take. */
function onFirstUse<T extends Target>(load: () => Promise<Deliver<T>>): Deliver<T> {
  const loaded = once(load);
  return async (...message) => (await loaded())(...message);
}
