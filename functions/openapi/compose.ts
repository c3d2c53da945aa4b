import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { openApi } from '../../lib/http/openapi/document.ts';
import { routes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { ApiConfig } from '../../lib/settings/config.ts';

export function apiDescription(config: ApiConfig, runtime: Runtime): Handler {
  const json = JSON.stringify(openApi(config));
  return endpoint(
    { method: routes.openApi.method, handle: async () => ({ kind: 'document', json }) },
    { ...config, ...runtime },
  );
}
