import { setTimeout as sleep } from 'node:timers/promises';
import { createHeartbeatKey } from '../../lib/aws/heartbeat-key.ts';
import { createHookReport, type HookCall } from '../../lib/aws/hook-report.ts';
import { createInvoke } from '../../lib/aws/invoke.ts';
import type { Millis } from '../../lib/core/time.ts';
import { mayTakeRequests } from '../../lib/heartbeat/admit.ts';
import { askOver } from '../../lib/heartbeat/ask.ts';
import { askVersions } from '../../lib/heartbeat/ask-versions.ts';
import { routes } from '../../lib/http/routes.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { RolloutConfig } from '../../lib/settings/config.ts';

/** Signs in with the new versions, and tells CodeDeploy whether they may take requests. */
export function beforeTraffic(
  config: RolloutConfig,
  runtime: Runtime,
  pause: (length: Millis) => Promise<void> = sleep,
): (call: HookCall) => Promise<void> {
  const { heartbeatSecretArn, sendVersionArn, verifyVersionArn, endpoints, publicUrl } = config;
  const { patience } = runtime;
  const versions = new Map<string, string>([
    [routes.sendLoginCode.path, sendVersionArn],
    [routes.verifyLoginCode.path, verifyVersionArn],
  ]);
  const ask = askVersions(versions, createInvoke(endpoints.lambda, patience), askOver(publicUrl));
  const key = createHeartbeatKey(heartbeatSecretArn, endpoints.secretsManager, patience);
  const report = createHookReport(endpoints.codeDeploy, patience);
  return async (call) => report(call, await mayTakeRequests({ ...runtime, key, ask, pause }, config));
}
