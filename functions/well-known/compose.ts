import { createKeySet } from '../../lib/aws/signing.ts';
import type { ProofConfig } from '../../lib/config.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { problem } from '../../lib/http/reply.ts';
import { keySetDocument, openIdConfiguration } from '../../lib/http/well-known.ts';
import type { Runtime } from '../../lib/runtime.ts';

/** `/.well-known/{document}`: what it takes to check a token. */
export function wellKnown(config: ProofConfig, runtime: Runtime): Handler {
  const keySet = createKeySet(config.signing, config.endpoints.kms, runtime.log);
  const configuration = JSON.stringify(openIdConfiguration(config.proof.issuer, config.publicUrl));
  return endpoint(
    {
      method: 'GET',
      handle: async ({ event }) => {
        switch (event.pathParameters?.document) {
          case 'jwks.json':
            return keySetDocument(await keySet());
          case 'openid-configuration':
            return { kind: 'document', json: configuration };
          default:
            return problem('not-found');
        }
      },
    },
    { ...config, ...runtime },
  );
}
