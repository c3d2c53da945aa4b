/**
 * `npm run bench`: what the service takes, as a table, or with `-- --json` as one line of JSON. `-- --keep` puts the processor
 * time into infra/cost/measured.ts, which docs/scale.md is made with. It only tells: whether a
 * machine is quiet enough to judge by, only people can say. `node --cpu-prof test/bench/bench.ts` writes a profile of each
 * process beside it.
 */
import { join } from 'node:path';
import { stated } from '../../infra/cost/stated.ts';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { buildAssets } from './assets.ts';
import { measureCalls } from './calls.ts';
import { measureCold, prepareCold } from './cold.ts';
import { environmentFor } from './environment.ts';
import { figuresOf, type Measured } from './figures.ts';
import type { FloorQuestion, FloorReply } from './floor.ts';
import { measureItems } from './items.ts';
import { keep } from './keep.ts';
import type { OursQuestion, OursReply } from './ours.ts';
import { startWorker } from './process.ts';
import { measureProcessor, startOf } from './processor.ts';
import { requestOf } from './requests.ts';
import { measureRun, type Run, summarize } from './send.ts';
import { measureBytes } from './starting.ts';
import type { StubQuestion, StubReply } from './stub.ts';
import { tableOf } from './table.ts';

/** Fresh processes of each kind whose start is timed. */
const starts = 17;
/** Fresh processes of each kind whose first requests are. */
const processes = 5;
/** Pairs of processes whose sends are. */
const pairs = 5;

async function measure(): Promise<Measured> {
  await using assets = await buildAssets();
  await using stub = startWorker<StubQuestion, StubReply>('stub.ts', [], {});
  const { url } = await stub.ask({});
  const env = environmentFor(assets.ours.send, url);
  const starting = await prepareCold(assets, stub);
  const request = await measureProcessor({ assets, stub, verification: starting.verification }, processes);
  const cold = await measureCold(starting.send, stated.memory * 1_024, starts);
  const coldVerify = await measureCold(starting.verify, stated.memory * 1_024, starts);
  const text = await assets.write('sms.json', [requestOf({ number: 1, channel: 'sms' })]);
  const bytes = await measureBytes(starting.send.ours, { ...starting.send.ours, events: text });
  const items = await measureItems(assets.ours.send, env);
  const runs: Run[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    await using workers = startWorkers();
    runs.push(await measureRun({ stub, ...workers }));
  }
  await using workers = startWorkers();
  const taken = await measureCalls({ stub, ...workers }, workers.output);
  const timing = { request, start: { send: startOf(cold), verify: startOf(coldVerify) } };
  return { cold, coldVerify, bytes, items, send: summarize(runs), taken, timing };

  function startWorkers() {
    const output = join(assets.ours.send, '../output.log');
    const ours = startWorker<OursQuestion, OursReply>('ours.ts', [assets.ours.send], env, output);
    const floor = startWorker<FloorQuestion, FloorReply>('floor.ts', [], env);
    const stop = async () => void (await Promise.all([ours, floor].map((worker) => worker[Symbol.asyncDispose]())));
    return { ours, floor, output, [Symbol.asyncDispose]: stop };
  }
}

isolateFromAws();
const measured = await measure();
const figures = figuresOf(measured);
if (process.argv.includes('--keep')) await keep(measured.timing);
const asJson = process.argv.includes('--json');
process.stdout.write(asJson ? `${JSON.stringify(figures)}\n` : tableOf(measured, figures));
