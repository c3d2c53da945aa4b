import type { RequestSigner } from '@smithy/types';
import { createRequestSigner, type SignerSource } from './signer.ts';

/** What every client of the SDK has. */
export interface LeanClient {
  readonly config: SignerSource & { signer: () => Promise<RequestSigner> };
  readonly middlewareStack: { remove(name: string): boolean };
}

/**
 * Steps of a call that do nothing here, and cost a tenth of it: they describe it to a logger that is not there, describe the
 * client anew in its user agent, and tell Lambda how to find loops of functions that trigger each other.
 */
export const idleSteps = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'] as const;

/** The same client at less cost. What it loses is in docs/decisions/020-lean-clients.md. */
export function lean<Client extends LeanClient>(client: Client): Client {
  const signer = createRequestSigner(client.config);
  client.config.signer = async () => signer;
  for (const step of idleSteps) client.middlewareStack.remove(step);
  return client;
}
