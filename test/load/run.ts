/**
 * `npm run load`: people sign in at the laptop stack, more of them each half minute, and then ten minutes at one rate. Puts what
 * was seen into docs/reliability.md and docs/load.svg. `-- --share 0.1` plays a tenth of each step, and writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { second } from '../../lib/core/time.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { withMarked } from '../support/marked.ts';
import { createCrowd } from './drive.ts';
import { type Measured, summaryOf } from './measure.ts';
import { planOf, type Step, stackSettings } from './plan.ts';
import { plot } from './plot.ts';
import { sweep } from './sweep.ts';

isolateFromAws();
const { values } = parseArgs({ options: { share: { type: 'string', default: '1' } } });
const share = Number(values.share);

/** What was seen in one second. */
interface Second {
  readonly step: Step;
  readonly measured: readonly Measured[];
  readonly megabytes: number;
}

async function play(): Promise<readonly Second[]> {
  const stack = startLaptop(port, stackSettings);
  const sweeping = new AbortController();
  try {
    await ready(stack);
    stack.stdout.resume(); // its log
    const swept = sweep(`http://127.0.0.1:${port + 1}`, sweeping.signal);
    const crowd = createCrowd(`http://127.0.0.1:${port}`);
    const megabytes = (): number =>
      Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(stack.pid)], { encoding: 'utf8' })) / 1_024);
    const seconds: Second[] = [];
    for (const step of planOf(share)) {
      await crowd.play(step, (measured) => seconds.push({ step, measured, megabytes: megabytes() }));
      const last = seconds.filter((one) => one.step === step);
      process.stdout.write(`${rowOf(step, last)}\n`);
    }
    const late = await crowd.settle();
    const { step } = seconds.at(-1) as Second;
    seconds.push({ step, measured: late, megabytes: megabytes() });
    sweeping.abort();
    await swept;
    return seconds;
  } finally {
    await kill(stack);
  }
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function rowOf({ name, rate, lasts }: Step, seconds: readonly Second[]): string {
  const { answered, sent, verified, throttled, wrong, p50, p99 } = summaryOf(
    seconds.flatMap(({ measured }) => measured),
  );
  const perSecond = Math.round((answered / lasts) * second);
  const memory = seconds.map(({ megabytes }) => megabytes);
  const edges = [memory[0] ?? 0, memory.at(-1) ?? 0].join(' → ');
  return row([`${rate} a second, ${name}`, perSecond, sent, verified, throttled, wrong, p50, p99, edges]);
}

const seconds = await play();
const steps = [...Map.groupBy(seconds, ({ step }) => step)];
const head = ['people', 'answers a second', 'sent', 'signed in', '429', 'wrong', 'p50, ms', 'p99, ms', 'memory, MB'];
const table = [row(head), row(head.map(() => '---')), ...steps.map(([step, ofStep]) => rowOf(step, ofStep))].join('\n');
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
      lines: [{ name: 'resident', colour: '#1f5fbf', values: seconds.map(({ megabytes }) => megabytes) }],
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
const { wrong } = summaryOf(seconds.flatMap(({ measured }) => measured));
process.stdout.write(`${table}\n${wrong} wrong answers\n`);
if (wrong > 0) process.exitCode = 1;
