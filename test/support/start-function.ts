import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { apiReference } from '../../functions/api-reference/compose.ts';
import { elementFiles } from '../../functions/element/compose.ts';
import { apiDescription } from '../../functions/openapi/compose.ts';
import { problemPages } from '../../functions/problems/compose.ts';
import { sendLoginCode } from '../../functions/send-login-code/compose.ts';
import { verifyLoginCode } from '../../functions/verify-login-code/compose.ts';
import { wellKnown } from '../../functions/well-known/compose.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Handler } from '../../lib/http/chain/endpoint.ts';
import type { EndpointName } from '../../lib/http/routes.ts';
import { createRuntime, type Runtime } from '../../lib/runtime/runtime.ts';
import {
  readApiConfig,
  readPagesConfig,
  readSendConfig,
  readTokenConfig,
  readVerifyConfig,
} from '../../lib/settings/config.ts';
import type { Environment } from '../../lib/settings/reader.ts';
import { startAsset, stopAssets } from './lambda/function.ts';

const halves = {
  'send-login-code': (env: Environment, runtime: Runtime) => sendLoginCode(readSendConfig(env), runtime),
  'verify-login-code': (env: Environment, runtime: Runtime) => verifyLoginCode(readVerifyConfig(env), runtime),
};

const composed = {
  'send-login-code': (env: Environment, runtime: Runtime) => halves['send-login-code'](env, runtime).handler,
  'verify-login-code': (env: Environment, runtime: Runtime) => halves['verify-login-code'](env, runtime).handler,
  'well-known': (env: Environment, runtime: Runtime) => wellKnown(readTokenConfig(env), runtime),
  problems: (env: Environment, runtime: Runtime) => problemPages(readPagesConfig(env), runtime),
  openapi: (env: Environment, runtime: Runtime) => apiDescription(readApiConfig(env), runtime),
  element: (env: Environment, runtime: Runtime) => elementFiles(readApiConfig(env), runtime),
  'api-reference': (env: Environment, runtime: Runtime) => apiReference(readApiConfig(env), runtime),
} satisfies Record<EndpointName, (env: Environment, runtime: Runtime) => Handler>;

/** Put together in this process; as it is deployed, in one of its own, where TEST_LAMBDA names the folder of the assets. */
export async function startFunction(
  name: EndpointName,
  env: Environment,
  now: () => Millis = Date.now,
): Promise<Handler> {
  const assets = process.env.TEST_LAMBDA;
  return assets
    ? startAsset(join(assets, name), env, now)
    : composed[name](env, { ...createRuntime('test'), now, patience: 10 });
}

/** Ready before it is asked, as Lambda starts it. */
export async function startPrimed(name: keyof typeof halves, env: Environment, patience = 10): Promise<Handler> {
  if (process.env.TEST_LAMBDA) return startFunction(name, env);
  const runtime = { ...createRuntime('test'), patience };
  const { handler, prime } = halves[name](env, runtime);
  await prime();
  return handler;
}

afterAll(stopAssets);
