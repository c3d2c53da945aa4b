import { type BudgetKey, emailBudgetKey, smsBudgetKey } from './item-keys.ts';
import type { Limiter } from './limiters.ts';
import type { PhoneTarget } from './target.ts';
import { type Millis, startOfNextUtcDay } from './time.ts';

/** Texts a UTC day by country; all countries not listed share `*`. */
export type SmsBudgets = ReadonlyMap<string, number>;

/** What one message is counted in: mail, or the texts to a country, on one UTC day. */
export interface Budget {
  readonly limiter: Extract<Limiter, 'email-budget' | 'sms-budget'>;
  readonly key: BudgetKey;
  readonly max: number;
  readonly endsAt: Millis;
}

/** The part of a budget that requests without a valid device token may use: 80 %, rounded up. */
export const strangersPart = (max: number): number => Math.ceil((4 * max) / 5);

export const emailBudgetFor = (max: number, now: Millis): Budget => ({
  limiter: 'email-budget',
  key: emailBudgetKey(now),
  max,
  endsAt: startOfNextUtcDay(now),
});

/** Undefined: no texts go to this country or kind of number. */
export function smsBudgetFor({ country }: PhoneTarget, budgets: SmsBudgets, now: Millis): Budget | undefined {
  if (country === undefined) return undefined;
  const countries = budgets.has(country) ? country : '*';
  const max = budgets.get(countries);
  if (max === undefined) return undefined;
  return { limiter: 'sms-budget', key: smsBudgetKey(countries, now), max, endsAt: startOfNextUtcDay(now) };
}

/** What is counted in a budget. */
export interface Spending {
  readonly sent: number;
  readonly strangers: number;
}

/** Whether the budget, or the strangers' part of it, allows no more. */
export const isSpent = ({ max }: Budget, { sent, strangers }: Spending, byStranger: boolean): boolean =>
  sent >= max || (byStranger && strangers >= strangersPart(max));

/** Whether this message is the one that makes it half. */
export const isHalf = (spent: number, { max }: Budget): boolean => spent === Math.ceil(max / 2);
