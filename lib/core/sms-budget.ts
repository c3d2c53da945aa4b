import { type BudgetKey, budgetKey } from './item-keys.ts';
import type { PhoneTarget } from './target.ts';
import { type Millis, startOfNextUtcDay } from './time.ts';

/** Texts a UTC day by country; all countries not listed share `*`. */
export type SmsBudgets = ReadonlyMap<string, number>;

/** What one text is counted in: a country on one UTC day. */
export interface SmsBudget {
  readonly key: BudgetKey;
  readonly max: number;
  readonly endsAt: Millis;
}

/** Undefined: no texts go to this country or kind of number. */
export function smsBudgetFor({ country }: PhoneTarget, budgets: SmsBudgets, now: Millis): SmsBudget | undefined {
  if (country === undefined) return undefined;
  const countries = budgets.has(country) ? country : '*';
  const max = budgets.get(countries);
  return max === undefined ? undefined : { key: budgetKey(countries, now), max, endsAt: startOfNextUtcDay(now) };
}
