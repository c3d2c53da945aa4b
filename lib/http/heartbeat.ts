import { heartbeatTarget, isNobodys, mayBeHeartbeat } from '../core/heartbeat.ts';
import type { HeartbeatKey } from '../core/mac.ts';
import type { EmailTarget } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { ViolationCode } from '../core/violation.ts';

/** The heartbeat's own target for one of its addresses, anybody else's as it is. */
export type RecogniseHeartbeat = (target: EmailTarget, now: Millis) => Promise<EmailTarget | ViolationCode>;

/** Asks for the key only when an address looks like the heartbeat's. Throws if it cannot be fetched. */
export const createRecogniseHeartbeat =
  (key: () => Promise<HeartbeatKey>, digits: number): RecogniseHeartbeat =>
  async (target, now) => {
    if (!mayBeHeartbeat(target)) return target;
    const found = heartbeatTarget(await key(), target, now, digits);
    return found ?? (isNobodys(target.canonical) ? 'format' : target);
  };
