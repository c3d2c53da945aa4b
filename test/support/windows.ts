import { randomBytes } from 'node:crypto';
import type { WindowKey } from '../../lib/core/item-keys.ts';
import { type Limit, longestWindow } from '../../lib/core/limits.ts';
import type { Window } from '../../lib/core/window.ts';

/** A target's window that no other test has. */
export const someWindow = (limits: readonly Limit[], keptFor = longestWindow(limits)): Window => ({
  limiter: 'target',
  key: `target#${randomBytes(12).toString('base64url')}` as WindowKey,
  limits,
  keptFor,
  withdrawable: true,
});
