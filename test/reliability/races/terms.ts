import type { SmsBudgets } from '../../../lib/core/budget.ts';
import type { Limit } from '../../../lib/core/limits.ts';
import { type Millis, second } from '../../../lib/core/time.ts';
import type { SendConfig } from '../../../lib/settings/config.ts';

/** What the history is held to. */
export interface Terms {
  readonly callerLimits: readonly Limit[];
  readonly verifyCallerLimits: readonly Limit[];
  readonly targetLimits: readonly Limit[];
  readonly targetCallerLimits: readonly Limit[];
  readonly deviceLimits: readonly Limit[];
  readonly attempts: number;
  /** Texts a day, by country. */
  readonly smsBudgets: SmsBudgets;
  /** No clock is wrong by more than this. Two clocks may differ by twice as much. */
  readonly maxSkew: Millis;
}

export const maxSkew: Millis = 2 * second;

/** Many processes share the machine, so the table may take so many times longer than on Lambda. */
export const patience = 5;

/** No shorter request can have had a call to the table that was given up. */
export const givenUpAfter: Millis = patience * second;

export const termsOf = (config: SendConfig): Terms => ({
  ...config,
  attempts: config.code.attempts,
  smsBudgets: config.sms?.budgets ?? new Map(),
  maxSkew,
});
