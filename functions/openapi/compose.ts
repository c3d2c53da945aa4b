import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { jsonFile } from '../../lib/http/chain/reply.ts';
import { openApi } from '../../lib/http/openapi/document.ts';
import { routes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { ApiConfig } from '../../lib/settings/config.ts';

export function apiDescription(config: ApiConfig, runtime: Runtime): Handler {
  const description = jsonFile(JSON.stringify(openApi(config)));
  return endpoint({ method: routes.openApi.method, handle: async () => description }, { ...config, ...runtime });
}
