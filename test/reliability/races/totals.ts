import { strangersPart } from '../../../lib/core/budget.ts';
import { factsOf, isSent, isStranger, isUnknown } from './facts.ts';
import type { History } from './history.ts';
import { limitsBroken } from './limits.ts';
import type { Terms } from './terms.ts';

/** What came of a race, in numbers. */
export interface Totals {
  readonly operations: number;
  readonly messages: number;
  /** Of them, those that known devices asked for. */
  readonly known: number;
  readonly refused: number;
  readonly denied: number;
  readonly replayed: number;
  readonly tokens: number;
  readonly wrong: number;
  readonly over: number;
  /** Countries whose strangers' part of the day's texts was used up. */
  readonly spent: number;
  readonly unknown: number;
  /** Limits that would seem broken if all clocks were held to be right. */
  readonly bent: number;
}

export function totalsOf(history: History, terms: Terms): Totals {
  const { operations, messages } = history;
  const facts = factsOf(history);
  const count = (is: (operation: (typeof operations)[number]) => boolean): number => operations.filter(is).length;
  return {
    operations: operations.length,
    messages: facts.sendings.filter(isSent).length,
    known: facts.sendings.filter((sending) => isSent(sending) && !isStranger(sending)).length,
    refused: messages.filter(({ taken }) => !taken).length,
    denied: count(({ answer }) => answer?.status === 429),
    replayed: count(({ answer }) => answer?.replayed === true),
    tokens: count(({ asked, answer }) => asked.kind === 'verify' && answer?.status === 200),
    wrong: count(({ answer }) => answer?.problem === 'code-invalid'),
    over: count(({ answer }) => answer?.problem === 'code-expired'),
    spent: history.counters.filter(({ budget, strangers }) => strangers >= partOf(budget, terms)).length,
    unknown: count(isUnknown),
    bent: limitsBroken(facts, { ...terms, maxSkew: 0 }).length,
  };
}

const partOf = (budget: string, { smsBudgets }: Terms): number =>
  strangersPart(smsBudgets.get(budget.replace('sms#', '')) ?? Infinity);
