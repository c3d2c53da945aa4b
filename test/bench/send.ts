import type { FloorQuestion, FloorReply } from './floor.ts';
import type { OursQuestion, OursReply } from './ours.ts';
import type { Worker } from './process.ts';
import { median } from './statistics.ts';
import type { StubQuestion, StubReply } from './stub.ts';

export interface Workers {
  readonly stub: Worker<StubQuestion, StubReply>;
  readonly ours: Worker<OursQuestion, OursReply>;
  readonly floor: Worker<FloorQuestion, FloorReply>;
}

/** CPU time of a process, user and system, in µs a request. */
export interface Send {
  readonly oursUs: number;
  readonly floorUs: number;
  /** The floor, were every mail's connection a new one. */
  readonly newConnectionUs: number;
  readonly deniedWarmUs: number;
  /** Least and most that ours is to the floor in any pair of processes. */
  readonly ratios: readonly [number, number];
}

/** Of one pair of processes: a figure each block. */
export type Run = Readonly<Record<'ours' | 'floor' | 'newConnection' | 'deniedWarm', readonly number[]>>;

/** Long enough for garbage to be collected in each. */
const blockOf = 100;
const blocks = 16;
/** Until V8 has compiled what it will. */
const warmUp = 1_000;

/** The same code runs at another speed in another process, by more than blocks of one differ. So there are several. */
export function summarize(runs: readonly Run[]): Send {
  const all = (kind: keyof Run): number => median(runs.flatMap((run) => run[kind]));
  const ratios = runs.map((run) => median(run.ours) / median(run.floor));
  return {
    oursUs: all('ours'),
    floorUs: all('floor'),
    newConnectionUs: all('newConnection'),
    deniedWarmUs: all('deniedWarm'),
    ratios: [Math.min(...ratios), Math.max(...ratios)],
  };
}

export async function measureRun({ stub, ours, floor }: Workers): Promise<Run> {
  const send = async (requests: number) => expectStatus(await ours.ask({ channel: 'email', requests }), 200).cpuUs;
  await stub.ask({ denied: '' });
  await send(1); // fetches the secrets
  await stub.ask({});
  await send(1);
  const { calls } = await stub.ask({});
  const replay = async (sends: number, newConnection: boolean) =>
    (await floor.ask({ calls, sends, newConnection })).cpuUs;

  const kinds = {
    ours: send,
    floor: (sends: number) => replay(sends, false),
    newConnection: (sends: number) => replay(sends, true),
  };
  for (const kind of Object.values(kinds)) await kind(warmUp);
  const measured = await inTurn(kinds, () => stub.ask({})); // which forgets what it recorded
  return { ...measured, deniedWarm: await measureDeniedWarm({ stub, ours }) };
}

/** Each block begins with another kind, since what runs later finds the machine as the one before left it. */
async function inTurn<Kind extends string>(
  kinds: Readonly<Record<Kind, (requests: number) => Promise<number>>>,
  between: () => Promise<unknown>,
): Promise<Record<Kind, number[]>> {
  const names = Object.keys(kinds) as Kind[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Kind, number[]>;
  for (let block = 0; block < blocks; block++) {
    await between();
    for (let i = 0; i < names.length; i++) {
      const name = names[(block + i) % names.length] as Kind;
      measured[name].push(await kinds[name](blockOf));
    }
  }
  return measured;
}

async function measureDeniedWarm({ stub, ours }: Pick<Workers, 'stub' | 'ours'>): Promise<number[]> {
  await stub.ask({ denied: 'caller#' });
  const deny = async (requests: number) =>
    expectStatus(await ours.ask({ channel: 'email', person: 1, requests }), 429).cpuUs;
  await deny(warmUp);
  const measured = [];
  for (let block = 0; block < blocks; block++) measured.push(await deny(blockOf));
  await stub.ask({ denied: '' });
  return measured;
}

function expectStatus(reply: OursReply, status: number): OursReply {
  if (reply.statuses.join() !== String(status)) throw new Error(`answered ${reply.statuses}, not ${status}`);
  return reply;
}
