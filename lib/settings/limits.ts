import type { DevicePolicy } from '../core/device-token.ts';
import type { Limit } from '../core/limits.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

export interface LimitSettings {
  readonly callerLimits: readonly Limit[];
  readonly verifyCallerLimits: readonly Limit[];
  readonly targetLimits: readonly Limit[];
  readonly targetCallerLimits: readonly Limit[];
  readonly deviceLimits: readonly Limit[];
  /** Undefined: no device is known. */
  readonly devices: DevicePolicy | undefined;
}

/** Where callers are not counted, one backend may call for everybody: then no caller has a share of a target. */
export function readLimits(reader: Reader): Draft<LimitSettings> {
  const { withDefault } = reader;
  const callerLimits = withDefault('callerLimits', a.limits, '20/1m 100/1h');
  const countsCallers = callerLimits === faulty || callerLimits.length > 0;
  return {
    callerLimits,
    verifyCallerLimits: withDefault('verifyCallerLimits', a.limits, '20/1m 100/1h'),
    targetLimits: withDefault('targetLimits', a.limits, countsCallers ? '5/1h 10/1d' : '1/60s 5/1h 10/1d'),
    targetCallerLimits: withDefault('targetCallerLimits', a.limits, countsCallers ? '1/60s 3/1h 4/1d' : 'off'),
    deviceLimits: withDefault('deviceLimits', a.limits, '1/30s 5/10m 10/1h 20/1d'),
    devices: readDevices(reader),
  };
}

function readDevices({ withDefault, optional }: Reader): DevicePolicy | Faulty | undefined {
  const ttl = withDefault('deviceTtl', a.offOr(a.duration('1d', '730d')), '180d');
  const since = optional('deviceTokensSince', a.date) ?? 0;
  return ttl === undefined ? undefined : whole({ ttl, since });
}
