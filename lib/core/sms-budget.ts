import { type BudgetKey, budgetKey } from './item-keys.ts';
import type { PhoneTarget } from './target.ts';
import { type Millis, startOfNextUtcDay } from './time.ts';

/** Texts a UTC day by country; `*` is one pool that all other countries share. */
export type SmsBudgets = ReadonlyMap<string, number>;

/** What one text is counted in: a country on one UTC day. */
export interface SmsBudget {
  readonly key: BudgetKey;
  readonly max: number;
  readonly endsAt: Millis;
}

/** Undefined: we do not send there. */
export function smsBudgetFor({ country }: PhoneTarget, budgets: SmsBudgets, now: Millis): SmsBudget | undefined {
  if (country === undefined) return undefined;
  const pool = budgets.has(country) ? country : '*';
  const max = budgets.get(pool);
  return max === undefined ? undefined : { key: budgetKey(pool, now), max, endsAt: startOfNextUtcDay(now) };
}
