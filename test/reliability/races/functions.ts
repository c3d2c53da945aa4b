import type { Context } from 'aws-lambda';
import { sendLoginCode } from '../../../functions/send-login-code/compose.ts';
import { verifyLoginCode } from '../../../functions/verify-login-code/compose.ts';
import { functionTimeout } from '../../../lib/core/deadlines.ts';
import type { Handler } from '../../../lib/http/chain/endpoint.ts';
import { routes } from '../../../lib/http/routes.ts';
import { createRuntime, type Runtime } from '../../../lib/runtime/runtime.ts';
import { readSendConfig, readVerifyConfig } from '../../../lib/settings/config.ts';
import { gatewayEvent } from '../../support/event.ts';
import { monotonic } from './clock.ts';
import type { Done, Order, Setup } from './order.ts';
import { startTableRelay } from './table-relay.ts';
import { patience } from './terms.ts';

/** Both functions of one process, which does one thing at a time. */
export async function startFunctions({
  env,
  dynamodb,
  epoch,
  skew,
  seed,
}: Setup): Promise<(order: Order) => Promise<Done>> {
  const relay = await startTableRelay(dynamodb, seed);
  const all = { ...env, AWS_ENDPOINT_URL_DYNAMODB: relay.url };
  const now = () => Math.floor(epoch + monotonic() + skew);
  const runtime: Runtime = { ...createRuntime('races'), now, patience };
  const sending = sendLoginCode(readSendConfig(all), runtime);
  const verifying = verifyLoginCode(readVerifyConfig(all), runtime);
  await Promise.all([sending.prime(), verifying.prime()]); // so that the races begin in all processes at once
  const handlers = new Map<string, Handler>([
    [routes.sendLoginCode.path, sending.handler],
    [routes.verifyLoginCode.path, verifying.handler],
  ]);

  return async (order) => {
    relay.takeTroubles();
    const invoked = monotonic();
    const answer = await ask(handlers.get(order.path), order).catch(() => undefined);
    return { invoked, completed: monotonic(), ...(answer && { answer }), ...relay.takeTroubles() };
  };
}

async function ask(handler: Handler | undefined, order: Order): Promise<Done['answer']> {
  if (!handler) throw new Error(`Nothing answers at ${order.path}`);
  const began = monotonic();
  const getRemainingTimeInMillis = () => functionTimeout - (monotonic() - began);
  const { statusCode, headers, body } = await handler(gatewayEvent(order), { getRemainingTimeInMillis } as Context);
  return { status: statusCode, headers: headers as Record<string, string>, body };
}
