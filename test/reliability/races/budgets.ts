import { strangersPart } from '../../../lib/core/budget.ts';
import { type Facts, isUnknown, type Sending, type Violation } from './facts.ts';
import type { History } from './history.ts';
import { givenUpAfter, type Terms } from './terms.ts';

/** What the table has counted, beside what was sent. */
export function budgetsBroken(
  { sendings }: Facts,
  { counters, messages }: History,
  terms: Terms,
): readonly Violation[] {
  const at = Math.max(0, ...sendings.map(({ completed }) => completed));
  const budgetOf = new Map(sendings.map(({ asked: { person } }) => [person.address, person.budget]));
  const over = counters.filter(({ budget, sent, strangers }) => {
    const max = terms.smsBudgets.get(budget.replace('sms#', ''));
    return max !== undefined && (sent > max || strangers > strangersPart(max));
  });
  const unlike = [...new Set(budgetOf.values())].flatMap((budget): Violation[] => {
    const counted = counters.filter((counter) => counter.budget === budget).reduce((sum, { sent }) => sum + sent, 0);
    const sent = messages.filter(({ to, taken }) => taken && budgetOf.get(to) === budget).length;
    const perhaps = 2 * sendings.filter(({ asked }) => asked.person.budget === budget).filter(mayStay).length;
    const what = `${budget}: ${sent} sent, ${counted} counted, of which ${perhaps} for nobody knows what`;
    if (counted < sent) return [{ rule: 'budgets are kept', what, at }];
    return counted > sent + perhaps ? [{ rule: 'budgets are given back', what, at }] : [];
  });
  const more = over.map(
    ({ budget, sent, strangers }): Violation => ({
      rule: 'budgets are kept',
      what: `${budget}: ${sent} counted, ${strangers} of them for strangers`,
      at,
    }),
  );
  return [...more, ...unlike];
}

/** What these counted may still be counted, once or twice: they failed, were tried again, or a call of theirs was given up. */
const mayStay = (sending: Sending): boolean =>
  isUnknown(sending) || sending.retried === true || sending.completed - sending.invoked >= givenUpAfter;
