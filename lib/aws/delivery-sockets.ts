import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { type Millis, second } from '../core/time.ts';

/** Services keep an idle connection for longer than this. */
const maxIdle: Millis = 3 * second;

/**
 * Sockets for calls that are not idempotent, kept for deliveries that come soon after each other. A socket that was idle for
 * longer may have died while the function was frozen. That shows only in use, and then the outcome of the delivery is unknown.
 */
export function deliverySockets(now: () => Millis) {
  const [httpAgent, httpsAgent] = [new Agent({ keepAlive: true }), new SecureAgent({ keepAlive: true })];
  let lastUsed = 0;
  return {
    agents: { httpAgent, httpsAgent },
    /** Call it before each delivery. */
    freshen(): void {
      const stale = now() - lastUsed > maxIdle;
      lastUsed = now();
      if (stale) for (const agent of [httpAgent, httpsAgent]) closeIdle(agent);
    },
  };
}

function closeIdle({ freeSockets }: Agent): void {
  for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
}
