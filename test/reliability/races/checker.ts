import { budgetsBroken } from './budgets.ts';
import { codesBroken } from './codes.ts';
import { denialsUndue } from './denials.ts';
import { factsOf, type Violation } from './facts.ts';
import type { History } from './history.ts';
import { limitsBroken } from './limits.ts';
import type { Terms } from './terms.ts';

/**
 * What in this history no order of its operations explains. It never says so wrongly: each may have taken effect at any
 * moment between its start and its end, and what is unknown may have been anything.
 */
export function violationsIn(history: History, terms: Terms): readonly Violation[] {
  const facts = factsOf(history);
  return [
    ...limitsBroken(facts, terms),
    ...denialsUndue(facts, terms),
    ...codesBroken(facts, terms),
    ...budgetsBroken(facts, history, terms),
  ].toSorted((one, other) => one.at - other.at);
}
