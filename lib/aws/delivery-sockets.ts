import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { type Millis, second } from '../core/time.ts';

/** Shorter than any service keeps an idle connection. */
const maxIdle: Millis = 3 * second;

/**
 * Sockets for what is not idempotent, kept for deliveries that follow close upon each other. One that idled longer may have
 * died while the function was frozen, which shows only in use, and then nobody can tell whether the message was taken.
 */
export function deliverySockets(now: () => Millis) {
  const [httpAgent, httpsAgent] = [new Agent({ keepAlive: true }), new SecureAgent({ keepAlive: true })];
  let lastUsed = 0;
  return {
    agents: { httpAgent, httpsAgent },
    /** Before each delivery. */
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
