import { randomBytes } from 'node:crypto';
import type { Counting } from '../../lib/core/challenge.ts';
import type { WindowKey } from '../../lib/core/item-keys.ts';
import { type Limit, longestWindow } from '../../lib/core/limits.ts';
import { strangersLockout } from '../../lib/core/lockout.ts';
import type { PersonTag, ShareTag } from '../../lib/core/tags.ts';
import type { TargetWindow } from '../../lib/core/target-window.ts';
import type { Share } from '../../lib/core/window.ts';

/** As a challenge that a stranger asked for, where no caller has a share. */
export const byStranger: Counting = { window: 'target', sender: undefined };

/** A target's window that no other test has. */
export const someWindow = (limits: readonly Limit[], keptFor = longestWindow(limits)): TargetWindow => ({
  name: 'target',
  limiter: 'target',
  key: `target#${randomBytes(12).toString('base64url')}` as WindowKey,
  limits,
  keptFor,
  lock: { person: 'ada' as PersonTag, lockout: strangersLockout },
});

export const shareOf = (tag: string, limits: readonly Limit[], maxWrong?: number): Share => ({
  limiter: 'target-caller',
  tag: tag as ShareTag,
  limits,
  maxWrong,
});

/** The same window, as another person's wrong codes count in it. */
export const forPerson = (window: TargetWindow, person: string): TargetWindow => ({
  ...window,
  lock: { ...window.lock, person: person as PersonTag },
});
