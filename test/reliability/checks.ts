import { functionTimeout } from '../../lib/core/deadlines.ts';
import { minute, second } from '../../lib/core/time.ts';
import { problems } from '../../lib/http/problems/kinds.ts';
import type { Aim } from './cell.ts';
import { certain } from './faults.ts';
import { getCode, type Path, type Person, sendTo, verifyFor, withKey } from './paths.ts';
import type { Answer, Play } from './play.ts';
import type { Seen } from './relay.ts';
import type { State } from './state.ts';

/** A request, what it was answered, and what it left behind. */
export interface Run {
  readonly play: Play;
  readonly person: Person;
  /** Undefined: its process was killed. */
  readonly answer: Answer | undefined;
  readonly calls: readonly Seen[];
  readonly before: State;
  readonly after: State;
  /** What met its calls. Absent: its process was killed or frozen, which may cost the person a try. */
  readonly aim?: Aim | undefined;
}

type Broken = readonly string[];

/** The guarantees that did not hold. */
export const brokenBy = async (kind: Path['kind'], run: Run): Promise<Broken> => [
  ...answered(run),
  ...(await checks[kind](run)),
];

const checks: Readonly<Record<Path['kind'], (run: Run) => Promise<Broken>>> = {
  send: async (run) => [
    ...counted(run),
    ...free(run),
    ...(await codeWorksOnce(run)),
    ...(await worksLater(run, false)),
  ],
  verify: async (run) => [...(await usedOnce(run)), ...(await worksLater(run, true))],
  read: async ({ play }) => broken((await play.keySet()).status !== 200, 'a later request did not work'),
};

const broken = (isBroken: boolean, what: string): Broken => (isBroken ? [what] : []);

const answered = ({ answer, aim }: Run): Broken => [
  ...(answer?.unshaped.map((fault) => `the answer ${answer.status} is not as described: ${fault}`) ?? []),
  ...broken(aim !== undefined && (answer?.took ?? 0) > functionTimeout, 'answered after the timeout of the function'),
];

/** Messages that a service took. */
export const sentIn = (calls: readonly Seen[]): number => calls.filter(({ code, done }) => code && done).length;

const counted = ({ calls, before, after }: Run): Broken => [
  ...broken(sentIn(calls) > 1, 'sent more than once'),
  ...broken(after.marks - before.marks < sentIn(calls), 'sent though the person was not counted'),
  ...broken(after.spent - before.spent < sentIn(calls), 'sent though the message was not counted'),
  ...broken(after.locked > 0 || after.wrong > 0, 'somebody who did nothing is nearer to a lock'),
];

/** What was certainly not sent costs nothing, unless it cannot be given back, or nobody can know whether it was counted. */
function free({ calls, before, after, aim }: Run): Broken {
  const isCertain = calls.every(({ code, fault }) => code === undefined || (fault && certain.has(fault)));
  if (!aim || !isCertain) return [];
  const mayStay = (giveBack: string, count?: string): boolean =>
    aim.purpose === giveBack || (aim.purpose === count && !certain.has(aim.fault));
  return [
    ...broken(after.marks > before.marks && !mayStay('give the person back'), 'not sent, and it cost the person a try'),
    ...broken(
      after.spent > before.spent && !mayStay('give the message back', 'count the message'),
      'not sent, and it cost a message of the budget',
    ),
    ...broken(
      after.unanswered > before.unanswered &&
        !mayStay('give the number block back', 'count the text in its number block'),
      'not sent, and it counts as a text that nobody answered',
    ),
  ];
}

/** A code that was sent can be used, once. Where the answer never came, only a repeat tells its challenge. */
async function codeWorksOnce({ play, person, answer, calls, aim }: Run): Promise<Broken> {
  const code = calls.find(({ code, done }) => code && done)?.code;
  if (code === undefined) return [];
  const told = answer?.body.data?.challenge_id ?? answer?.body.challenge_id ?? person.challengeId;
  const challengeId = told ?? (await idOfRepeat(play, person));
  if (challengeId === undefined) return broken(aim !== undefined, 'a code was sent that nobody can use');
  const statuses: number[] = [];
  for (let i = 0; i < 2; i++) statuses.push((await verifyFor(play, { ...person, challengeId, code })).status);
  return String(statuses) === '200,400' ? [] : [`the code that was sent was answered ${statuses}`];
}

async function idOfRepeat(play: Play, person: Person): Promise<string | undefined> {
  play.relay.take();
  const { body } = await sendTo(play, person, withKey);
  return sentIn(play.relay.take()) > 0 ? undefined : (body.data?.challenge_id ?? body.challenge_id);
}

/** However often a code is tried, one token comes of it; none, only if it is used up. */
async function usedOnce({ play, person, answer, after, before }: Run): Promise<Broken> {
  const isWrong = answer?.body.code === problems['code-invalid'].code;
  const statuses = [answer?.status];
  for (let i = 0; i < 2; i++) statuses.push((await verifyFor(play, person)).status);
  const tokens = statuses.filter((status) => status === 200).length;
  return [
    ...broken(tokens > 1, `one code gave ${tokens} tokens`),
    ...broken(tokens === 0 && after.used === before.used, `a right code, not used up, gave no token: ${statuses}`),
    ...broken(isWrong && after.attemptsLeft >= before.attemptsLeft, 'a code was compared without taking an attempt'),
    ...broken(after.locked > 0, 'somebody is locked who did nothing'),
  ];
}

/** A minute after the longest wait that could be told, the same person asks again, and after a check signs in. */
async function worksLater({ play, person, answer }: Run, signIn: boolean): Promise<Broken> {
  play.clock.ahead += 2 * minute + second * (answer?.body.retry_after ?? 0);
  try {
    const { address, ip } = person;
    const held = await getCode(play, { address, ip });
    return broken(signIn && (await verifyFor(play, held)).status !== 200, 'a later check did not work');
  } catch (error) {
    return [`a later request did not work: ${(error as Error).message}`];
  }
}
