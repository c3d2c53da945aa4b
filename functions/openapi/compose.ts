import type { EdgeConfig } from '../../lib/config.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { openApi } from '../../lib/http/openapi.ts';
import type { Runtime } from '../../lib/runtime.ts';

export function apiDescription(config: EdgeConfig, runtime: Runtime): Handler {
  const json = JSON.stringify(openApi(config));
  return endpoint({ method: 'GET', handle: async () => ({ kind: 'document', json }) }, { ...config, ...runtime });
}
