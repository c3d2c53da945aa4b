import { type Limit, longestWindow } from '../../../lib/core/limits.ts';
import { maxWrongOfCaller } from '../../../lib/core/target-window.ts';
import { type Facts, isStranger, isUnknown, type Sending, type Violation } from './facts.ts';
import type { Operation } from './history.ts';
import { withWrongCodes } from './locks.ts';
import { givenUpAfter, type Terms } from './terms.ts';

/** Hits that may stand in the way of another one, and the limits on them. */
interface Standing {
  readonly limits: readonly Limit[];
  readonly hits: readonly Operation[];
}

/**
 * Denials that nothing explains: fewer hits than any limit takes, even if each that may be left of what was refused is still
 * counted, and even if the clocks differ as much as they may.
 */
export function denialsUndue({ sendings, verifies }: Facts, terms: Terms): readonly Violation[] {
  const byMailbox = Map.groupBy(sendings, ({ asked }) => asked.person.mailbox);
  const byCaller = Map.groupBy(sendings, ({ asked }) => asked.ip);
  const byChecker = Map.groupBy(verifies, ({ asked }) => asked.ip);
  const locked = withWrongCodes(verifies, ({ mailbox }) => mailbox, maxWrongOfCaller); // then these may deny
  const left = new Map([...byMailbox].map(([mailbox, its]) => [mailbox, its.filter((one) => mayBeLeft(one, its))]));

  const target = (denied: Sending): readonly Standing[] => {
    const hits = left.get(denied.asked.person.mailbox) ?? [];
    const own = hits.filter(({ asked }) => asked.ip === denied.asked.ip);
    return [
      { limits: terms.targetLimits, hits },
      { limits: terms.targetCallerLimits, hits: own },
    ];
  };
  const isOf = (problem: string) => (operation: Operation) => operation.answer?.problem === problem;
  const passed = (of: readonly Operation[] = []) =>
    of.filter((one) => !isOf('caller-throttled')(one) || mayCountTwice(one));

  return [
    ...sendings
      .filter(isOf('target-throttled'))
      .filter((denied) => isStranger(denied) && !locked.has(denied.asked.person.mailbox))
      .flatMap((denied) => undue(denied, target(denied), terms)),
    ...sendings
      .filter(isOf('caller-throttled'))
      .flatMap((denied) =>
        undue(denied, [{ limits: terms.callerLimits, hits: passed(byCaller.get(denied.asked.ip)) }], terms),
      ),
    ...verifies
      .filter(isOf('caller-throttled'))
      .flatMap((denied) =>
        undue(denied, [{ limits: terms.verifyCallerLimits, hits: passed(byChecker.get(denied.asked.ip)) }], terms),
      ),
  ];
}

function undue(denied: Operation, standing: readonly Standing[], { maxSkew }: Terms): readonly Violation[] {
  const { invoked, completed, asked, answer } = denied;
  const isDue = standing.some(({ limits, hits }) =>
    limits.some(({ max, window }) => {
      const start = invoked - window - 2 * maxSkew - 1; // clocks read whole milliseconds
      const within = hits.filter((hit) => hit !== denied && hit.completed >= start && hit.invoked <= completed);
      const again = [...within, denied].filter(mayCountTwice); // its own first try may be what denies it
      return within.length + again.length >= max;
    }),
  );
  const longest = Math.max(...standing.map(({ limits }) => longestWindow(limits)));
  const what = `${answer?.problem} for ${asked.person.mailbox} from ${asked.ip}, too few were counted in ${longest} ms`;
  return isDue ? [] : [{ rule: 'denials are due', what, at: completed }];
}

/** A write that was tried again may have been applied both times, and one that was denied may have been applied before. */
const mayCountTwice = ({ retried, lost }: Operation): boolean => retried === true || lost === true;

/** A write that was given up may be applied even later, and come between others. */
const mayCountLater = ({ retried, invoked, completed }: Operation): boolean =>
  retried === true || completed - invoked >= givenUpAfter;

/** Whether a send may have left a hit with its target. `others` are all sends to it. */
function mayBeLeft(sending: Sending, others: readonly Sending[]): boolean {
  const { answer, messages, invoked, completed } = sending;
  if (mayCountTwice(sending) || isUnknown(sending) || others.some(mayCountLater)) return true;
  if (answer?.problem === 'target-throttled' || answer?.problem === 'caller-throttled') return false;
  if (messages.some(({ taken }) => taken)) return true;
  // Nothing was sent. What was counted is taken back, unless a later hit came between.
  return others.some((other) => other !== sending && other.invoked <= completed && other.completed >= invoked);
}
