import { createKeys } from '../../lib/aws/secret.ts';
import { createTable, tableClient } from '../../lib/aws/table.ts';
import type { Config } from '../../lib/config.ts';
import type { Target } from '../../lib/core/target.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend, type Deliver } from '../../lib/flows/send.ts';
import { validateSendRequest } from '../../lib/generated/validators.js';
import { callerOf } from '../../lib/http/caller.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { readTarget } from '../../lib/http/read-target.ts';
import { problem } from '../../lib/http/reply.ts';
import { measurementOf, replyToSend } from '../../lib/http/send-login-code.ts';
import { once } from '../../lib/once.ts';
import type { Runtime } from '../../lib/runtime.ts';
import { noteTestUse } from '../../lib/test-use.ts';

/** Config → adapters → flow → endpoint. */
export function sendLoginCode(config: Config, runtime: Runtime): Handler {
  const { email, sms, endpoints } = config;
  const send = createSend(
    {
      table: createTable(tableClient(endpoints.dynamodb, runtime.measure), config.tableName),
      email: email && onFirstUse(async () => (await import('./email.ts')).deliverEmail(email, config, runtime)),
      sms: sms && {
        budgets: sms.budgets,
        deliver: onFirstUse(async () => (await import('./sms.ts')).deliverSms(sms, config, runtime)),
      },
      tests: { targets: config.testTargets, deliver: deliverToNobody(runtime) },
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
        const target = await readTarget(body, config.testTargets, runtime.now());
        if ('violations' in target) return problem('invalid-request', target);
        const result = await send({ target, caller: callerOf(event, config.proxy, runtime.log), locale });
        const measurement = measurementOf(result, target.channel);
        if (measurement) runtime.measure(measurement);
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

/** What is done for a test identity. */
const deliverToNobody =
  (runtime: Runtime): Deliver<Target> =>
  async ({ channel }) => {
    noteTestUse(channel, runtime);
    return 'sent';
  };
