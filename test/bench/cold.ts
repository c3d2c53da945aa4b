import type { APIGatewayProxyEvent } from 'aws-lambda';
import { shareOf } from '../../infra/cost/billed.ts';
import type { Assets, Half } from './assets.ts';
import { environmentFor } from './environment.ts';
import { type Hold, holdTo } from './hold.ts';
import type { OursQuestion, OursReply } from './ours.ts';
import { startWorker, type Worker } from './process.ts';
import { requestOf, verificationOf } from './requests.ts';
import type { Answered, Loaded, Took } from './start.ts';
import { type Starting, startOne } from './starting.ts';
import { median } from './statistics.ts';
import type { Item, Recorded, StubQuestion, StubReply } from './stub.ts';

/** What the stock handlers get in place of a request. */
export interface StockEvent {
  readonly calls: readonly Recorded[];
}

/** Of a fresh process. The waits for AWS come on top: here every service answers at once, and without TLS. */
export interface Phases {
  /**
   * Until the handler is there, at full speed: Lambda is reported to give a starting function a whole processor whatever its
   * memory. AWS does not promise it.
   * https://medium.com/@hichaelmart/shave-99-93-off-your-lambda-bill-with-this-one-weird-trick-33c0acebb2ea
   */
  readonly initMs: number;
  /** Held to the share: the first request. */
  readonly firstMs: number;
  readonly totalMs: number;
  /** Held to the share: a request soon after it. */
  readonly warmMs: number;
  /** Processor time of the first request. */
  readonly firstCpuMs: number;
}

export interface Cold {
  readonly how: Hold['how'];
  /** Of a processor. */
  readonly share: number;
  readonly ours: Phases;
  readonly stock: Phases;
}

/** Requests after the first in each process. */
const later = 10;

export type Pair = Readonly<Record<'ours' | 'stock', Starting>>;

/** Fresh processes, in turn, so that whatever else the machine does befalls both. */
export async function measureCold(pair: Pair, memory: number, times: number): Promise<Cold> {
  const share = shareOf(memory);
  await using hold = holdTo(share);
  const runs = { ours: [] as Phases[], stock: [] as Phases[] };
  for (const kind of ['ours', 'stock'] as const) await startOne(pair[kind]); // their files are in the machine's cache from now on
  for (let i = 0; i < times; i++) {
    for (const kind of ['ours', 'stock'] as const)
      runs[kind].push(phasesOf(await startOne(pair[kind], hold), hold, share));
  }
  return { how: hold.how, share, ours: medians(runs.ours), stock: medians(runs.stock) };
}

function phasesOf({ init, first, warm }: Loaded & Answered, { how }: Hold, share: number): Phases {
  const held = (took: Took): number => (how === 'computed' ? stretched(took, share) : took.wallMs);
  const [initMs, firstMs] = [init.wallMs, held(first)];
  return { initMs, firstMs, totalMs: initMs + firstMs, warmMs: median(warm.map(held)), firstCpuMs: first.cpuMs };
}

/** The processor's part of it takes longer, the waits do not. */
export const stretched = ({ wallMs, cpuMs }: Took, share: number): number =>
  Math.max(0, wallMs - cpuMs) + cpuMs / share;

const medians = (runs: readonly Phases[]): Phases => {
  const of = (phase: keyof Phases): number => median(runs.map((run) => run[phase]));
  return {
    initMs: of('initMs'),
    firstMs: of('firstMs'),
    totalMs: of('totalMs'),
    warmMs: of('warmMs'),
    firstCpuMs: of('firstCpuMs'),
  };
};

export type Prepared = Readonly<Record<Half, Pair>> & {
  /** Of a code that the stub knows from now on. */
  readonly verification: APIGatewayProxyEvent;
};

/** Records what a first request of ours calls, for stock to call the same. */
export async function prepareCold(assets: Assets, stub: Worker<StubQuestion, StubReply>): Promise<Prepared> {
  const { url } = await stub.ask({ denied: '' });
  const person = { number: 1, channel: 'email' } as const;
  const send = await record('send', { ...person, requests: 1, person: person.number });
  const [challenge] = send.calls.filter(({ operation }) => operation === 'PutItem');
  const [mail] = send.calls.filter(({ operation }) => operation === 'SendEmail');
  await stub.ask({ stored: (JSON.parse(challenge?.body ?? '') as { Item: Item }).Item });
  const [, code = ''] = /\b(\d{6})\b/.exec(JSON.parse(mail?.body ?? '').Content.Simple.Body.Text.Data) ?? [];
  const verification = verificationOf(person, code, JSON.parse(send.body).data.challenge_id);
  const verify = await record('verify', { ...person, requests: 1, event: verification });

  const events = Array.from({ length: 1 + later }, (_, i) => requestOf({ number: 1 + i, channel: 'email' }));
  return {
    send: await pairOf('send', events, send.calls),
    verify: await pairOf('verify', Array(1 + later).fill(verification), verify.calls),
    verification,
  };

  async function record(half: Half, question: OursQuestion) {
    const env = environmentFor(assets.ours[half], url);
    await using worker = startWorker<OursQuestion, OursReply>('ours.ts', [assets.ours[half]], env);
    const { statuses, body } = await worker.ask(question);
    if (statuses.join() !== '200') throw new Error(`${half} was answered ${body}`);
    return { calls: (await stub.ask({})).calls, body };
  }

  async function pairOf(half: Half, events: readonly object[], calls: readonly Recorded[]): Promise<Pair> {
    const replayed = Array<StockEvent>(events.length).fill({ calls });
    const start = async (kind: 'ours' | 'stock', content: readonly object[]): Promise<Starting> => ({
      starter: assets.starter,
      folder: assets[kind][half],
      url,
      events: await assets.write(`${kind}-${half}.json`, content),
    });
    return { ours: await start('ours', events), stock: await start('stock', replayed) };
  }
}
