import { createHeartbeatKey } from '../../lib/aws/heartbeat-key.ts';
import { prime } from '../../lib/aws/prime.ts';
import { createKeys, type FetchKeys } from '../../lib/aws/secret.ts';
import { createTable } from '../../lib/aws/table.ts';
import type { Target } from '../../lib/core/target.ts';
import { createDenials } from '../../lib/flows/denials.ts';
import { createSend } from '../../lib/flows/send.ts';
import type { Channels, Deliver } from '../../lib/flows/transport.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { createRecogniseHeartbeat } from '../../lib/http/heartbeat.ts';
import type { PrimedHandler } from '../../lib/http/rehearsal.ts';
import { sendEndpoint } from '../../lib/http/send-login-code.ts';
import { once } from '../../lib/once.ts';
import { describeError } from '../../lib/runtime/log.ts';
import { countHalfSpent, countSuspect, type Runtime } from '../../lib/runtime/runtime.ts';
import type { SendConfig } from '../../lib/settings/config.ts';
import { rehearsedChannels, rehearseSend } from './rehearsal.ts';

/** Config → adapters → flow → endpoint. */
export function sendLoginCode(config: SendConfig, runtime: Runtime): PrimedHandler {
  const { endpoints } = config;
  const table = createTable(endpoints.dynamodb, config.tableName, runtime);
  const channels = channelsOf(config, runtime);
  const recogniseHeartbeat = createRecogniseHeartbeat(config, (arn) =>
    createHeartbeatKey(arn, endpoints.secretsManager, runtime.patience),
  );
  const keys = createKeys(config.secrets, endpoints.secretsManager, runtime);

  return {
    handler: serve(channels, keys, runtime),
    prime: () =>
      prime(
        {
          fetch: [keys],
          rehearse: (...own) => rehearseSend(serve(rehearsedChannels(channels), ...own), channels),
        },
        runtime,
      ),
  };

  function serve(channels: Channels, keys: FetchKeys, runtime: Runtime): Handler {
    const send = createSend(
      {
        ...channels,
        table,
        denials: createDenials(),
        keys,
        now: runtime.now,
        random: runtime.random,
        onSuspect: (suspect) => countSuspect(suspect, runtime),
        onHalfSpent: (budget) => countHalfSpent(budget, runtime),
        reportUnkept: (error) => runtime.log.warn('the id of a text could not be kept', describeError(error)),
        report: (error) => runtime.log.warn('what was counted could not be given back', describeError(error)),
      },
      config,
    );
    return endpoint(sendEndpoint(send, { ...config, recogniseHeartbeat }, runtime), { ...config, ...runtime });
  }
}

/** A container that only sends mail never loads the code for texts. */
function channelsOf(config: SendConfig, runtime: Runtime): Channels {
  const { email, sms } = config;
  return {
    email: email && {
      budget: email.budget,
      deliver: onFirstUse(async () => (await import('./email.ts')).deliverEmail(email, config, runtime)),
    },
    sms: sms && {
      budgets: sms.budgets,
      deliver: onFirstUse(async () => (await import('./sms.ts')).deliverSms(sms, config, runtime)),
    },
    guard: sms?.guard ?? 'off',
  };
}

function onFirstUse<T extends Target>(load: () => Promise<Deliver<T>>): Deliver<T> {
  const loaded = once(load);
  return async (...message) => (await loaded())(...message);
}
