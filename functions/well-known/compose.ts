import { createKeySet, kmsAt } from '../../lib/aws/signing.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { jsonFile, problem } from '../../lib/http/chain/reply.ts';
import { routes, type WellKnownDocument } from '../../lib/http/routes.ts';
import { configurationMaxAge, keySetDocument, openIdConfiguration } from '../../lib/http/well-known.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { TokenConfig } from '../../lib/settings/config.ts';

/** `/.well-known/{document}`: what it takes to check a token. */
export function wellKnown(config: TokenConfig, runtime: Runtime): Handler {
  const keySet = createKeySet(config.signing, kmsAt(config.endpoints.kms), runtime.log);
  const configuration = JSON.stringify(openIdConfiguration(config.token.issuer, config.publicUrl));
  return endpoint(
    {
      method: routes.wellKnown.method,
      handle: async ({ event }) => {
        switch (event.pathParameters?.document as WellKnownDocument | undefined) {
          case 'jwks.json':
            return keySetDocument(await keySet());
          case 'openid-configuration':
            return jsonFile(configuration, configurationMaxAge);
          default:
            return problem('not-found');
        }
      },
    },
    { ...config, ...runtime },
  );
}
