import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { elementReply } from '../../lib/http/element.ts';
import { routes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { ApiConfig } from '../../lib/settings/config.ts';

/** `/login-code.js` and `/login-code/{file}`, for every page: which origins may sign people in, the other endpoints say. */
export const elementFiles = (config: ApiConfig, runtime: Runtime): Handler =>
  endpoint(
    { method: routes.element.method, handle: async ({ event }) => elementReply(event.pathParameters?.file) },
    { ...config, ...runtime, allowedOrigins: ['*'] },
  );
