import type { Limit } from '../../../lib/core/limits.ts';
import { type Millis, minute } from '../../../lib/core/time.ts';
import type { SendConfig } from '../../../lib/settings/config.ts';

/** As WAF counts. */
const window: Millis = 5 * minute;

/** Well above the default limits of a caller, which allow 200 requests in that time. */
const usual = 500;

/**
 * Requests of one address that the firewall allows in five minutes. Not fewer than our own limits allow, which unlike WAF tell
 * people how long to wait. Undefined: any number, since one backend may call for everybody where callers are not limited.
 */
export function defaultRate({
  callerLimits,
  verifyCallerLimits,
}: Pick<SendConfig, 'callerLimits' | 'verifyCallerLimits'>): number | undefined {
  const allowed = allowedBy(callerLimits) + allowedBy(verifyCallerLimits);
  return Number.isFinite(allowed) ? Math.max(usual, allowed) : undefined;
}

const allowedBy = (limits: readonly Limit[]): number =>
  Math.min(...limits.map(({ max, window: length }) => max * Math.ceil(window / length)));
