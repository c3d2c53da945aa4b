import { factsOf, isSent, isUnknown } from './facts.ts';
import type { History } from './history.ts';

/** What came of a race, in numbers. */
export interface Totals {
  readonly operations: number;
  readonly messages: number;
  readonly refused: number;
  readonly denied: number;
  readonly replayed: number;
  readonly tokens: number;
  readonly wrong: number;
  readonly over: number;
  readonly unknown: number;
}

export function totalsOf(history: History): Totals {
  const { operations, messages } = history;
  const { sendings } = factsOf(history);
  const count = (is: (operation: (typeof operations)[number]) => boolean): number => operations.filter(is).length;
  return {
    operations: operations.length,
    messages: sendings.filter(isSent).length,
    refused: messages.filter(({ taken }) => !taken).length,
    denied: count(({ answer }) => answer?.status === 429),
    replayed: count(({ answer }) => answer?.replayed === true),
    tokens: count(({ asked, answer }) => asked.kind === 'verify' && answer?.status === 200),
    wrong: count(({ answer }) => answer?.problem === 'code-invalid'),
    over: count(({ answer }) => answer?.problem === 'code-expired'),
    unknown: count(isUnknown),
  };
}
