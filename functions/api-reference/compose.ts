import { apiReferenceReply } from '../../lib/http/api-reference.ts';
import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { referenceRoutes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { ApiConfig } from '../../lib/settings/config.ts';

/** `/docs` and `/docs/{file}`. */
export const apiReference = (config: ApiConfig, runtime: Runtime): Handler =>
  endpoint(
    {
      method: referenceRoutes.page.method,
      handle: async ({ event }) => apiReferenceReply(event.pathParameters?.file, config.publicUrl),
    },
    { ...config, ...runtime },
  );
