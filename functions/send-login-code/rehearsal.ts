import type { Channels } from '../../lib/flows/transport.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import { nobody, rehearse } from '../../lib/http/rehearsal.ts';
import { routes } from '../../lib/http/routes.ts';

/** Texts may go to nobody's country, so that the delivery of one is rehearsed. */
export const rehearsedChannels = ({ email, sms, guard }: Channels): Channels => ({
  email,
  guard,
  sms: sms && { ...sms, budgets: new Map([['*', 2]]) },
});

/** A code by each channel that is on. */
export async function rehearseSend(handler: Handler, { email, sms }: Channels): Promise<void> {
  if (email) await rehearse(handler, routes.sendLoginCode, nobody.email);
  if (sms) await rehearse(handler, routes.sendLoginCode, nobody.sms);
}
