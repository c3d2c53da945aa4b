import { setTimeout as sleep } from 'node:timers/promises';
import { createHeartbeatKey } from '../../lib/aws/heartbeat-key.ts';
import type { Millis } from '../../lib/core/time.ts';
import { askOver } from '../../lib/heartbeat/ask.ts';
import { createBeat } from '../../lib/heartbeat/beat.ts';
import type { Failure } from '../../lib/heartbeat/sign-in.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { HeartbeatConfig } from '../../lib/settings/config.ts';

/** Signs in by the public URL, and measures each step. A failure is a measurement, and not a fault of this function. */
export function heartbeat(
  config: HeartbeatConfig,
  runtime: Runtime,
  pause: (length: Millis) => Promise<void> = sleep,
): () => Promise<Failure | undefined> {
  const { heartbeatSecretArn, endpoints, sendsBySns, publicUrl } = config;
  const key = createHeartbeatKey(heartbeatSecretArn, endpoints.secretsManager, runtime.patience);
  const fetchSmsLimit = sendsBySns ? () => smsLimitAt(endpoints.sns, runtime.patience) : undefined;
  return createBeat({ ...runtime, key, ask: askOver(publicUrl), pause, fetchSmsLimit }, config);
}

/** The client is loaded only where texts go out by SNS. */
const smsLimitAt = async (endpoint: string | undefined, patience: number) =>
  (await import('../../lib/aws/sms-limit.ts')).fetchSmsLimit(endpoint, patience);
