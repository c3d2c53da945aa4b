import { heartbeatKeyFrom } from '../core/keys.ts';
import type { HeartbeatKey } from '../core/mac.ts';
import { once } from '../once.ts';

/** Fetched when it is first needed, then kept. It does not rotate while a container lives: see docs/runbooks/rotation.md. */
export const createHeartbeatKey = (
  arn: string,
  endpoint: string | undefined,
  patience: number,
): (() => Promise<HeartbeatKey>) =>
  once(async () => heartbeatKeyFrom(await (await import('./secrets-manager.ts')).fetchSecret(arn, endpoint, patience)));
