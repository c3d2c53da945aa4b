import type { Counting } from './challenge.ts';
import type { Device, DevicePolicy, KnownDevice } from './device-token.ts';
import { devicesKey, targetKey } from './item-keys.ts';
import type { Limit } from './limits.ts';
import { devicesLockout, failuresKept, strangersLockout } from './lockout.ts';
import type { IndexKey } from './mac.ts';
import { personTag, type ShareTag, type WindowName } from './tags.ts';
import type { Target } from './target.ts';
import { day, hour, minute } from './time.ts';
import type { Lock, Window } from './window.ts';

/** Where codes for a person are counted, and the wrong ones too. */
export interface TargetWindow extends Window {
  readonly name: WindowName;
  readonly lock: Lock;
}

export interface TargetPolicy {
  /** For all strangers together: everybody without a valid device token. */
  readonly targetLimits: readonly Limit[];
  /** For one caller among the strangers. */
  readonly targetCallerLimits: readonly Limit[];
  /** For one known device. */
  readonly deviceLimits: readonly Limit[];
  /** Undefined: no device is known. */
  readonly devices: DevicePolicy | undefined;
  /** Whether a person whose mail bounced is refused for a while. */
  readonly bounceMark?: boolean;
}

/** For all known devices of one person together. */
export const devicesLimits: readonly Limit[] = [
  { max: 5, window: 10 * minute },
  { max: 20, window: hour },
  { max: 40, window: day },
];

/**
 * Wrong codes of one caller. With the attempts of the 3 challenges that it can have alive, 24 in a row: one fewer than lock
 * anybody.
 */
export const maxWrongOfCaller = 10;

/** Also where the limits are off: wrong codes lock it even so. `caller` undefined: no caller has a share. */
export function strangersWindow(
  index: IndexKey,
  { countedAs, canonical }: Target,
  caller: ShareTag | undefined,
  { targetLimits, targetCallerLimits, bounceMark }: TargetPolicy,
): TargetWindow {
  const person = personTag(index, 'target', canonical);
  const isShared = targetLimits.length > 0 && targetCallerLimits.length > 0;
  return {
    name: 'target',
    limiter: 'target',
    key: targetKey(index, countedAs),
    limits: targetLimits,
    keptFor: failuresKept,
    share:
      caller && isShared
        ? { limiter: 'target-caller', tag: caller, limits: targetCallerLimits, maxWrong: maxWrongOfCaller }
        : undefined,
    lock: { person, lockout: strangersLockout },
    unreachable: bounceMark ? person : undefined,
  };
}

/** One person's known devices. Neither the strangers' limits nor their lock apply to them. */
export function devicesWindow(
  index: IndexKey,
  { canonical }: Target,
  { device, issuedAt }: Partial<KnownDevice>,
  { deviceLimits, devices, bounceMark }: TargetPolicy,
): TargetWindow {
  const person = personTag(index, 'devices', canonical);
  return {
    name: 'devices',
    limiter: 'devices',
    key: devicesKey(index, canonical),
    limits: devicesLimits,
    keptFor: Math.max(failuresKept, devices?.ttl ?? 0), // that devices were revoked must outlive their tokens
    issuedAt,
    share: device && { limiter: 'device', tag: device, limits: deviceLimits }, // also without limits: the challenge keeps it
    lock: { person, lockout: devicesLockout },
    unreachable: bounceMark ? person : undefined,
  };
}

/** Where the wrong codes of a challenge count. */
export const windowOfChallenge = (
  index: IndexKey,
  target: Target,
  { window, sender }: Counting,
  policy: TargetPolicy,
): TargetWindow =>
  window === 'devices'
    ? devicesWindow(index, target, { device: sender as Device }, policy)
    : strangersWindow(index, target, sender, policy);
