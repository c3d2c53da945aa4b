import { everyRoute } from '../../../lib/http/routes.ts';
import { ceilings } from '../capacity.ts';
import type { Functions } from '../functions.ts';
import type { Live } from '../rollout/live.ts';
import type { ApiRoute } from './api-route.ts';

/** Leads each path to the function of its endpoint. Where that is not deployed, the path is not there. */
export function routesTo(functions: Functions, live: Live, requestsPerSecond: number): readonly ApiRoute[] {
  const ceilingOf = ceilings(requestsPerSecond);
  return everyRoute().flatMap(({ path, method, endpoint }) => {
    const handler = functions[endpoint];
    const route = { path, method, alias: live[endpoint], requestsPerSecond: ceilingOf[endpoint] };
    return handler ? [{ ...route, handler }] : [];
  });
}
