import { brokenBy, type Run, sentIn } from './checks.ts';
import type { FaultName } from './faults.ts';
import type { Path } from './paths.ts';
import { type Answer, startPlay } from './play.ts';
import type { Plan, Seen } from './relay.ts';
import type { Emulated } from './services.ts';

/** Which calls a fault meets. */
export interface Aim {
  readonly purpose: string;
  readonly fault: FaultName;
  /** `once`: the first of these calls. `always`: each of them, for as long as the request lasts. */
  readonly lasts: 'once' | 'always';
}

export interface Cell {
  /** The answer, and what the request has cost though nothing was sent. */
  readonly seen: string;
  /** Guarantees that did not hold. */
  readonly broken: readonly string[];
  readonly disturbed: boolean;
}

/** One request that meets one fault, and all that follows. */
export async function playCell(emulated: Emulated, path: Path, aim: Aim): Promise<Cell> {
  const play = await startPlay(emulated, path.settings);
  try {
    const person = await path.prepare(play, path.person());
    await play.restart();
    const before = await play.state();
    play.relay.take();
    play.relay.plan = planOf(path, aim);
    const answer = await path.ask(play, person);
    play.relay.plan = () => undefined;
    const calls = play.relay.take();
    const run = { play, person, answer, calls, before, after: await play.state(), aim };
    const broken = await brokenBy(path.kind, run);
    return { seen: describe(answer, run), broken, disturbed: play.relay.disturbed() };
  } catch (error) {
    // What is not looked at here does not fail on a machine that keeps up.
    return { seen: String(error), broken: [String(error)], disturbed: play.relay.disturbed() };
  } finally {
    await play.close();
  }
}

/** The calls of a path when nothing fails, in order. */
export async function callsOf(emulated: Emulated, path: Path): Promise<readonly Seen[]> {
  const play = await startPlay(emulated, path.settings);
  try {
    const person = await path.prepare(play, path.person());
    await play.restart();
    play.relay.take();
    play.relay.plan = planOf(path, undefined);
    const { status } = await path.ask(play, person);
    if (status !== path.answered) throw new Error(`${path.title}: answered ${status} though nothing failed`);
    return play.relay.take();
  } finally {
    await play.close();
  }
}

function planOf({ always }: Path, aim: Aim | undefined): Plan {
  let left = aim?.lasts === 'once' ? 1 : Number.POSITIVE_INFINITY;
  return ({ purpose }) => (purpose === aim?.purpose && left-- > 0 ? aim.fault : always?.[purpose]);
}

const named: Readonly<Record<string, string>> = {
  'internal-error': 'internal',
  'code-invalid': 'wrong',
  'code-expired': 'over',
};

/** The answer, and what it has cost though nothing came of it. */
function describe(answer: Answer, { calls, before, after }: Run): string {
  const { status, body } = answer;
  const slug = String(body.type).split('/').at(-1) ?? '';
  const failed = slug === 'delivery-failed' && (body.challenge_id ? 'maybe' : 'failed');
  const unsent = sentIn(calls) === 0;
  const spent = after.spent - before.spent;
  return [
    status === 200 ? '200' : failed || named[slug] || slug,
    ...(unsent && after.marks > before.marks ? ['−try'] : []),
    ...(unsent && spent > 0 ? [`−budget${spent > 1 ? ` ×${spent}` : ''}`] : []),
    ...(unsent && after.unanswered > before.unanswered ? ['−block'] : []),
    ...(status !== 200 && after.used > before.used ? ['−code'] : []),
  ].join(' ');
}
