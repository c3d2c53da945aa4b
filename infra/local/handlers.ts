import { apiReference } from '../../functions/api-reference/compose.ts';
import { elementFiles } from '../../functions/element/compose.ts';
import { apiDescription } from '../../functions/openapi/compose.ts';
import { problemPages } from '../../functions/problems/compose.ts';
import { sendLoginCode } from '../../functions/send-login-code/compose.ts';
import { verifyLoginCode } from '../../functions/verify-login-code/compose.ts';
import { wellKnown } from '../../functions/well-known/compose.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { VerifyConfig } from '../../lib/settings/config.ts';

/** Every function of the API, in this process. */
export const handlersOf = (config: VerifyConfig, runtime: Runtime): Readonly<Record<EndpointName, Handler>> => ({
  'send-login-code': sendLoginCode(config, runtime).handler,
  'verify-login-code': verifyLoginCode(config, runtime).handler,
  'well-known': wellKnown(config, runtime),
  problems: problemPages({ ...config, apiReference: true }, runtime),
  openapi: apiDescription(config, runtime),
  element: elementFiles(config, runtime),
  'api-reference': apiReference(config, runtime),
});
