import { type Budget, isHalf, isSpent, type Spending, strangersPart } from '../core/budget.ts';
import type { CountedText } from '../core/challenge.ts';
import type { Denial } from '../core/denial.ts';
import { blockCap, busyCountryCap, countryCap, guardWait } from '../core/guard.ts';
import { type BlockKey, blockKey, type WindowKey } from '../core/item-keys.ts';
import type { IndexKey } from '../core/mac.ts';
import { day, type Millis } from '../core/time.ts';
import { maxRemembered } from './count-hit.ts';
import type { Denials } from './denials.ts';
import { type CountedInDay, createGuard, type GuardDeps, type GuardTable } from './guard.ts';
import type { Ledger } from './ledger.ts';
import type { Transport } from './transport.ts';

export interface Spent extends CountedInDay {
  readonly day: CountedInDay['day'] & Spending;
}

export interface SpendTable extends GuardTable {
  /** Not counted: the budget is spent, or the strangers' part of it, or so many of its texts are unanswered already. */
  spend(budget: Budget, byStranger: boolean, maxUnanswered?: number): Promise<Spent>;
  /** Takes one message out of the budget again. Never tried twice. */
  giveBack(budget: Budget, byStranger: boolean): Promise<void>;
  countInBlock(key: BlockKey, now: Millis, maxUnanswered?: number): Promise<CountedInDay>;
  /** Takes one text out of the block again. Never tried twice. */
  giveBackInBlock(key: BlockKey): Promise<void>;
}

export interface SpendDeps extends GuardDeps {
  readonly table: SpendTable;
  readonly denials: Denials;
  readonly now: () => Millis;
  /** Told when half of a budget is spent. */
  readonly onHalfSpent: (budget: Budget) => void;
}

/** What one message is counted in. */
export interface Spendable {
  readonly budget: Budget | undefined;
  /** Of a text, where the guard counts. */
  readonly block: BlockKey | undefined;
}

export interface Asker {
  readonly byStranger: boolean;
  /** By the guard. Known devices are not, until they ask more often than a person signs in. */
  readonly isJudged: boolean;
  /** Its window, of a caller that has asked much lately. */
  readonly busyCaller: WindowKey | undefined;
}

/** Both count on the day that the budget is of. */
export const spendableOf = (index: IndexKey, { budget, block }: Transport): Spendable => ({
  budget,
  block: block && budget && blockKey(index, block, budget.endsAt - 1),
});

/** What its challenge keeps of it. */
export const textOf = ({ budget, block }: Spendable): CountedText | undefined =>
  budget?.limiter === 'sms-budget' ? { budget: budget.key, block } : undefined;

/** Counts a message in its number block and in its budget, or says which one denies it. */
export function createSpend(deps: SpendDeps) {
  const { table, denials, now, onHalfSpent } = deps;
  const guard = createGuard(deps);

  return async ({ budget, block }: Spendable, asker: Asker, ledger: Ledger): Promise<Denial | undefined> => {
    if (!budget) return undefined;
    const { byStranger, busyCaller } = asker;
    if (block && !(await countInBlock(block, budget, asker, ledger))) return guardDenies(block);

    const spent = await spendUnder(budget, block, asker);
    if (spent.counted) {
      ledger.note(() => table.giveBack(budget, byStranger));
      if (isHalf(spent.day.sent, budget)) onHalfSpent(budget);
      return undefined;
    }
    if (spent.refused && !isSpent(budget, spent.day, byStranger)) return guardDenies(guardKey(budget, busyCaller));
    const denial = denialOf(budget, byStranger);
    denials.remember(rememberedKey(budget, byStranger), denial, Math.min(budget.endsAt, now() + maxRemembered));
    return denial;
  };

  function spendUnder(
    budget: Budget,
    block: BlockKey | undefined,
    { byStranger, isJudged, busyCaller }: Asker,
  ): Promise<Spent & { refused?: boolean }> {
    const spend = (max?: number) => table.spend(budget, byStranger, max);
    const { key } = budget;
    const cap = busyCaller ? busyCountryCap : countryCap;
    return block && isJudged ? guard.countUnder({ scope: 'country', key, budget: key, cap }, spend) : spend();
  }

  async function countInBlock(key: BlockKey, budget: Budget, { isJudged }: Asker, ledger: Ledger): Promise<boolean> {
    const count = (max?: number) => table.countInBlock(key, now(), max);
    const { counted } = isJudged
      ? await guard.countUnder({ scope: 'block', key, budget: budget.key, cap: blockCap }, count)
      : await count();
    if (counted) ledger.note(() => table.giveBackInBlock(key));
    return counted;
  }

  function guardDenies(key: string): Denial {
    const denial: Denial = { limiter: 'sms-guard', until: now() + guardWait };
    denials.remember(key, denial, now() + maxRemembered);
    return denial;
  }
}

/** What a warm function may remember of these, and of the caller. */
export const rememberedSpending = (
  { budget, block }: Spendable,
  byStranger: boolean,
  caller: WindowKey | undefined,
): readonly string[] => [
  ...(budget ? [rememberedKey(budget, byStranger)] : []),
  ...(block && byStranger ? [block] : []),
  ...(budget && block && byStranger ? [guardKey(budget), guardKey(budget, caller)] : []),
];

/** Known devices may go on when strangers have used their part. */
const rememberedKey = ({ key }: Budget, byStranger: boolean): string => (byStranger ? `${key} strangers` : key);

/** What is denied to a busy caller may be granted to others. */
const guardKey = ({ key }: Budget, busyCaller?: WindowKey): string => `${key} guard ${busyCaller ?? 'everyone'}`;

const denialOf = ({ limiter, max, endsAt }: Budget, byStranger: boolean): Denial => ({
  limiter,
  limit: { max: byStranger ? strangersPart(max) : max, window: day },
  until: endsAt,
});
