/**
 * `npm run bench:cold`: each function's first answer and a later one, over the memory sizes it could have. What it prints is
 * what `infra/stack/functions.ts` chooses by.
 */
import { lambdaUsd, requestsPerStart, startWaits } from '../../infra/cost/billed.ts';
import { waitsOf } from '../../infra/cost/rounds.ts';
import { waitMs } from '../../infra/cost/waits.ts';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { buildAssets, type Half, halves } from './assets.ts';
import { type Cold, measureCold, prepareCold } from './cold.ts';
import { startWorker } from './process.ts';
import type { StubQuestion, StubReply } from './stub.ts';
import { heading, row } from './table.ts';

/** MB. */
const sizes = [256, 512, 1_024, 1_769];
/** Fresh processes of each kind, for each size: 15, or as many as the first argument says. */
const starts = Number(process.argv[2] ?? 15);

isolateFromAws();
await using assets = await buildAssets();
await using stub = startWorker<StubQuestion, StubReply>('stub.ts', [], {});
const starting = await prepareCold(assets, stub);

for (const half of halves) {
  const measured: (readonly [number, Cold])[] = [];
  for (const memory of sizes) measured.push([memory, await measureCold(starting[half], memory, starts)]);
  process.stdout.write(`${tableOf(half, measured).join('\n')}\n\n`);
}

/** As it was measured here: with the waits that infra/cost/waits.ts states, and starts. */
function usdOf(half: Half, { ours: { initMs, firstMs, warmMs } }: Cold, memory: number): number {
  const waited = waitMs(waitsOf(half === 'send' ? 'email' : 'verified'));
  const started = waitMs(startWaits) + initMs + firstMs - warmMs;
  return lambdaUsd(waited + warmMs + started / requestsPerStart, memory);
}

function tableOf(half: Half, measured: readonly (readonly [number, Cold])[]): string[] {
  const across = (name: string, of: (cold: Cold, memory: number) => number, digits = 0) =>
    row(name, ...measured.map(([memory, cold]) => of(cold, memory).toFixed(digits)));
  return [
    heading(`${half}, ms (${measured[0]?.[1].how})`, ...measured.map(([memory]) => `${memory} MB`)),
    ...(['ours', 'stock'] as const).flatMap((kind) => [
      across(`${kind}: until the handler is there`, (cold) => cold[kind].initMs),
      across(`${kind}: first answer`, (cold) => cold[kind].firstMs),
      across(`${kind}: both`, (cold) => cold[kind].totalMs),
      across(`${kind}: a later answer`, (cold) => cold[kind].warmMs),
    ]),
    across('ours: Lambda, USD a million', (cold, memory) => usdOf(half, cold, memory), 2),
    across('ratio: first answer', ({ ours, stock }) => ours.firstMs / stock.firstMs, 3),
    across('ratio: both', ({ ours, stock }) => ours.totalMs / stock.totalMs, 3),
  ];
}
