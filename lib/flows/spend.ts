import { type Budget, isHalf, strangersPart } from '../core/budget.ts';
import type { Denial } from '../core/denial.ts';
import { day, type Millis } from '../core/time.ts';
import { maxRemembered } from './count-hit.ts';
import type { Denials } from './denials.ts';
import type { Ledger } from './ledger.ts';

export interface SpendTable {
  /** How many are spent with this one. Undefined: the budget is spent, or the strangers' part of it. */
  spend(budget: Budget, byStranger: boolean): Promise<number | undefined>;
  /** Takes one message out of the budget again. Never tried twice. */
  giveBack(budget: Budget, byStranger: boolean): Promise<void>;
}

export interface SpendDeps {
  readonly table: SpendTable;
  readonly denials: Denials;
  readonly now: () => Millis;
  /** Told when half of a budget is spent. */
  readonly onHalfSpent: (budget: Budget) => void;
}

/** Counts a message in each of its budgets, or says which one denies it. */
export const createSpend =
  ({ table, denials, now, onHalfSpent }: SpendDeps) =>
  async (budgets: readonly Budget[], byStranger: boolean, ledger: Ledger): Promise<Denial | undefined> => {
    for (const budget of budgets) {
      const spent = await table.spend(budget, byStranger);
      if (spent === undefined) {
        const denial = denialOf(budget, byStranger);
        denials.remember(rememberedKey(budget, byStranger), denial, Math.min(budget.endsAt, now() + maxRemembered));
        return denial;
      }
      ledger.note(() => table.giveBack(budget, byStranger));
      if (isHalf(spent, budget)) onHalfSpent(budget);
    }
    return undefined;
  };

/** Known devices may go on when strangers have used their part. */
export const rememberedKey = ({ key }: Budget, byStranger: boolean): string => (byStranger ? `${key} strangers` : key);

const denialOf = ({ limiter, max, endsAt }: Budget, byStranger: boolean): Denial => ({
  limiter,
  limit: { max: byStranger ? strangersPart(max) : max, window: day },
  until: endsAt,
});
