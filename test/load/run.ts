/**
 * `npm run load`: people sign in at the laptop stack, more of them each half minute, and then ten minutes at one rate. Puts what
 * was seen into docs/reliability.md and docs/load.svg. `-- --share 0.1` plays a tenth of each step, and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { second } from '../../lib/core/time.ts';
import { withMarked } from '../support/marked.ts';
import { createCrowd } from './drive.ts';
import { type Measured, summaryOf } from './measure.ts';
import { planOf, type Step } from './plan.ts';
import { plot } from './plot.ts';
import { type Memory, startMeasured } from './stack.ts';
import { sweep } from './sweep.ts';

isolateFromAws();
const { values } = parseArgs({ options: { share: { type: 'string', default: '1' } } });
const share = Number(values.share);

/** What was seen in one second. */
interface Second {
  readonly step: Step;
  readonly measured: readonly Measured[];
  readonly memory: Memory;
}

async function play(): Promise<readonly Second[]> {
  const { url, dynamodb, memory, stop } = await startMeasured();
  const sweeping = new AbortController();
  try {
    const swept = sweep(dynamodb, sweeping.signal);
    const crowd = createCrowd(url);
    const seconds: Second[] = [];
    for (const step of planOf(share)) {
      const tell = (measured: readonly Measured[]) => seconds.push({ step, measured, memory: memory() });
      await crowd.play(step, tell);
      tell(await crowd.settle()); // what came late is of the step that asked for it
      process.stdout.write(`${rowOf(step, ofStep(seconds, step))}\n`);
    }
    sweeping.abort();
    await swept;
    return seconds;
  } finally {
    await stop();
  }
}

const ofStep = (seconds: readonly Second[], step: Step): readonly Second[] =>
  seconds.filter((one) => one.step === step);

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function rowOf({ name, rate, lasts }: Step, seconds: readonly Second[]): string {
  const { answered, sent, verified, throttled, wrong, p50, p99 } = summaryOf(
    seconds.flatMap(({ measured }) => measured),
  );
  const perSecond = Math.round((answered / lasts) * second);
  const heaps = seconds.map(({ memory }) => memory.heap);
  const buffers = seconds.map(({ memory }) => memory.buffers);
  const half = Math.ceil(heaps.length / 2);
  const heap = `${Math.min(...heaps.slice(0, half))} → ${Math.min(...heaps.slice(half))}`;
  const table = `${buffers[0]} → ${buffers.at(-1)}`;
  return row([`${rate} a second, ${name}`, perSecond, sent, verified, throttled, wrong, p50, p99, heap, table]);
}

const seconds = await play();
const steps = [...Map.groupBy(seconds, ({ step }) => step)];
const numbers = ['answers a second', 'sent', 'signed in', '429', 'wrong', 'p50, ms', 'p99, ms'];
const head = ['people', ...numbers, 'heap at its least, MB', 'table, MB'];
const table = [row(head), row(head.map(() => '---')), ...steps.map(([step, its]) => rowOf(step, its))].join('\n');
const perSecond = seconds.map(({ measured }) => summaryOf(measured));
const picture = plot(
  [
    {
      title: 'Answers a second',
      lines: [{ name: 'all', colour: '#1f5fbf', values: perSecond.map(({ answered }) => answered) }],
    },
    {
      title: 'Milliseconds to an answer',
      lines: [
        { name: 'p99', colour: '#c2410c', values: perSecond.map(({ p99 }) => p99) },
        { name: 'p50', colour: '#1f5fbf', values: perSecond.map(({ p50 }) => p50) },
      ],
    },
    {
      title: 'Memory of the stack, MB',
      lines: [
        { name: 'heap', colour: '#1f5fbf', values: seconds.map(({ memory }) => memory.heap) },
        { name: 'table', colour: '#15803d', values: seconds.map(({ memory }) => memory.buffers) },
      ],
    },
  ],
  seconds.length,
);
if (share === 1) {
  const docs = join(import.meta.dirname, '../../docs');
  const page = join(docs, 'reliability.md');
  writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'load', table));
  writeFileSync(join(docs, 'load.svg'), picture);
}
const last = steps.at(-1)?.[1] ?? [];
const { wrong } = summaryOf(last.flatMap(({ measured }) => measured));
process.stdout.write(`${table}\n${wrong} wrong answers in the last step\n`);
if (wrong > 0) process.exitCode = 1;
