import { createEmail } from '../../lib/aws/email.ts';
import { createKeys } from '../../lib/aws/secret.ts';
import { createSms } from '../../lib/aws/sms.ts';
import { createTable, tableClient } from '../../lib/aws/table.ts';
import type { Config } from '../../lib/config.ts';
import { parseTarget } from '../../lib/core/parse-target.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend } from '../../lib/flows/send.ts';
import { validateSendRequest } from '../../lib/generated/validators.js';
import { callerOf } from '../../lib/http/caller.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { problem } from '../../lib/http/reply.ts';
import { measurementOf, replyToSend } from '../../lib/http/send-login-code.ts';
import { renderEmail } from '../../lib/messages/email.ts';
import { renderSms } from '../../lib/messages/sms.ts';
import type { Runtime } from '../../lib/runtime.ts';

/** Config → adapters → flow → endpoint. */
export function sendLoginCode(config: Config, runtime: Runtime): Handler {
  const { email, sms, style, endpoints } = config;
  const mail = email && createEmail(email, endpoints.ses, runtime.log);
  const texts = sms && createSms(sms, endpoints.sns, runtime.log);
  const send = createSend(
    {
      table: createTable(tableClient(endpoints.dynamodb, runtime.measure), config.tableName),
      email: mail && ((target, notice, locale) => mail(target, renderEmail(notice, style.brand, locale))),
      sms: texts && {
        budgets: sms.budgets,
        deliver: (target, notice, locale) => texts(target, renderSms(notice, style, locale)),
      },
      denials: createDenials(),
      keys: createKeys(config.secrets, endpoints.secretsManager),
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
        const target = parseTarget(body);
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
