import type { Millis } from '../../../lib/core/time.ts';
import { type Challenge, type Facts, isSent, isUnknown, keyOf, type Violation } from './facts.ts';
import type { Operation, Verify } from './history.ts';
import type { Terms } from './terms.ts';

type Checked = Operation<Verify>;

/** What is wrong with the codes. */
export const codesBroken = (facts: Facts, { attempts }: Terms): readonly Violation[] => [
  ...[...facts.challenges.values()].flatMap((challenge) => [
    ...usedTwice(challenge),
    ...triedTooOften(challenge, attempts),
    ...usedByOthers(challenge),
    ...refused(challenge, attempts),
  ]),
  ...sentTwice(facts),
  ...knownToTwo(facts),
];

const gaveToken = ({ answer }: Checked): boolean => answer?.status === 200;

/** The code was compared. */
const isJudged = (verify: Checked): boolean => gaveToken(verify) || verify.answer?.problem === 'code-invalid';

const isOwn = ({ person }: Challenge, { asked }: Checked): boolean => asked.person.address === person.address;

const endOf = (operations: readonly Operation[]): Millis => Math.max(...operations.map(({ completed }) => completed));

function usedTwice({ id, verifies }: Challenge): readonly Violation[] {
  const uses = verifies.filter(gaveToken);
  return uses.length > 1 ? [{ rule: 'single use', what: `${uses.length} tokens for ${id}`, at: endOf(uses) }] : [];
}

/** No two answers were left the same number of attempts: each took one before it compared. */
function triedTooOften(challenge: Challenge, attempts: number): readonly Violation[] {
  if (challenge.isSecond) return []; // its first challenge had attempts of its own
  const judged = challenge.verifies.filter((verify) => isJudged(verify) && isOwn(challenge, verify));
  const left = judged.flatMap(({ answer }) => answer?.attemptsLeft ?? []);
  const isBroken = judged.length > attempts || new Set(left).size < left.length;
  const what = `${judged.length} codes judged for ${challenge.id}, with ${left.join(', ')} attempts left`;
  return isBroken ? [{ rule: 'attempts', what, at: endOf(judged) }] : [];
}

function usedByOthers(challenge: Challenge): readonly Violation[] {
  const others = challenge.verifies.filter((verify) => isJudged(verify) && !isOwn(challenge, verify));
  const what = `a code for ${challenge.id} was judged for another person`;
  return others.length > 0 ? [{ rule: 'another person', what, at: endOf(others) }] : [];
}

/** A right code was told to be over, though nobody can have used it, and attempts were left. */
function refused(challenge: Challenge, attempts: number): readonly Violation[] {
  const { id, sendings, verifies } = challenge;
  const codes = sendings.flatMap(({ answer, completed, messages }) =>
    messages.flatMap(({ taken, code }) => (taken && answer?.status === 200 ? [{ code, from: completed }] : [])),
  );
  const wrongly = verifies.find((verify) => {
    const { asked, answer, invoked, completed } = verify;
    const isRight = codes.some(({ code, from }) => code === asked.code && from < invoked);
    if (!isRight || !isOwn(challenge, verify) || answer?.problem !== 'code-expired') return false;
    const before = verifies.filter((other) => other !== verify && other.invoked < completed);
    const taken = before.length + [...before, verify].filter(({ retried }) => retried).length;
    return taken < attempts && !before.some((other) => gaveToken(other) || isUnknown(other));
  });
  if (!wrongly) return [];
  return [{ rule: 'a code that was sent works', what: `the right code for ${id} was refused`, at: wrongly.completed }];
}

/** Of all requests with one `Idempotency-Key`, one message comes, while its challenge lives. It outlives the races. */
function sentTwice({ sendings }: Facts): readonly Violation[] {
  const keyed = sendings.filter((sending) => sending.asked.idempotencyKey !== undefined && isSent(sending));
  return [...Map.groupBy(keyed, keyOf)].flatMap(([key, its]): Violation[] =>
    its.length > 1 ? [{ rule: 'one message a key', what: `${its.length} messages for ${key}`, at: endOf(its) }] : [],
  );
}

/** A known device keeps its name in the tokens that follow, and any other gets one that nobody has. */
function knownToTwo({ verifies }: Facts): readonly Violation[] {
  const given = verifies.filter(({ answer }) => answer?.deviceToken !== undefined);
  return [...Map.groupBy(given, ({ answer }) => deviceIn(answer?.deviceToken ?? ''))].flatMap(
    ([device, its]): Violation[] => {
      const { size } = new Set(its.map(({ asked }) => asked.person.address));
      const what = `the device ${device} is known to ${size} persons`;
      return size > 1 ? [{ rule: 'a device is known to one person', what, at: endOf(its) }] : [];
    },
  );
}

/** 12 bytes after the version and the day. */
const deviceIn = (token: string): string => Buffer.from(token, 'base64url').subarray(3, 15).toString('base64url');
