import type { CodePolicy } from '../core/challenge.ts';
import { heartbeatTarget, isNobodys, mayBeHeartbeat } from '../core/heartbeat.ts';
import type { HeartbeatKey } from '../core/mac.ts';
import type { EmailTarget } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { ViolationCode } from '../core/violation.ts';

/** The heartbeat's own target for one of its addresses, anybody else's as it is. */
export type RecogniseHeartbeat = (target: EmailTarget, now: Millis) => Promise<EmailTarget | ViolationCode>;

/** Undefined where there is none. Asks for the key only when an address looks like the heartbeat's; throws if it cannot be fetched. */
export function createRecogniseHeartbeat(
  { heartbeatSecretArn, code }: { readonly heartbeatSecretArn: string | undefined; readonly code: CodePolicy },
  keyOf: (secretArn: string) => () => Promise<HeartbeatKey>,
): RecogniseHeartbeat | undefined {
  if (heartbeatSecretArn === undefined) return undefined;
  const key = keyOf(heartbeatSecretArn);
  return async (target, now) => {
    if (!mayBeHeartbeat(target)) return target;
    const found = heartbeatTarget(await key(), target, now, code.length);
    return found ?? (isNobodys(target.canonical) ? 'format' : target);
  };
}
