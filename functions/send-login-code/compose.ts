import { createKeys } from '../../lib/aws/secret.ts';
import { createTable } from '../../lib/aws/table.ts';
import type { Target } from '../../lib/core/target.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend } from '../../lib/flows/send.ts';
import type { Deliver } from '../../lib/flows/transport.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { sendEndpoint } from '../../lib/http/send-login-code.ts';
import { once } from '../../lib/once.ts';
import { describeError } from '../../lib/runtime/log.ts';
import { countHalfSpent, type Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';

/** Config → adapters → flow → endpoint. */
export function sendLoginCode(config: SendConfig, runtime: Runtime): Handler {
  const { email, sms, endpoints } = config;
  const send = createSend(
    {
      table: createTable(endpoints.dynamodb, config.tableName, runtime),
      email: email && {
        budget: email.budget,
        deliver: onFirstUse(async () => (await import('./email.ts')).deliverEmail(email, config, runtime)),
      },
      sms: sms && {
        budgets: sms.budgets,
        deliver: onFirstUse(async () => (await import('./sms.ts')).deliverSms(sms, config, runtime)),
      },
      denials: createDenials(),
      keys: createKeys(config.secrets, endpoints.secretsManager, runtime),
      now: runtime.now,
      random: runtime.random,
      onHalfSpent: (budget) => countHalfSpent(budget, runtime),
      report: (error) => runtime.log.warn('what was counted could not be given back', describeError(error)),
    },
    config,
  );
  return endpoint(sendEndpoint(send, config, runtime), { ...config, ...runtime });
}

/** A container that only sends mail never loads the code for texts. */
function onFirstUse<T extends Target>(load: () => Promise<Deliver<T>>): Deliver<T> {
  const loaded = once(load);
  return async (...message) => (await loaded())(...message);
}
