/** `npm run fuzz -- --seconds 60 [--seed N]`: events for every function, and bytes for the laptop stack's HTTP. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { createFuzz } from './fuzz.ts';
import { heldHere, residentOf } from './memory.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(2 ** 31));
const seconds = Number(values.seconds);

isolateFromAws();
const laptop = startLaptop(port);
laptop.stderr.resume();
await ready(laptop);
laptop.stdout.resume();
say(`seed ${seed}, for ${seconds} s`);
const { totals, events, bytes } = createFuzz(seed, port);

/** The first tenth fills every cache, so memory is measured from there. */
async function run(share: number): Promise<readonly [number, number | undefined]> {
  const end = performance.now() + share * seconds * 1_000;
  const isOver = () => performance.now() > end;
  await Promise.all([events(isOver), bytes(isOver)]);
  return [heldHere(), residentOf(laptop.pid)];
}

/** Megabytes. What the laptop stack keeps for its inbox, and what V8 has not collected yet, is in the second. */
const maxGrowth = { held: 20, resident: 150 };

const [hereBefore, laptopBefore = 0] = await run(0.1);
const [here, laptopAfter = 0] = await run(0.9);
await kill(laptop);
for (const fault of totals.faults) say(fault);
const { inputs, answers } = totals;
const all = inputs.events + inputs.bytes;
say(`${all} inputs: ${inputs.events} events, ${inputs.bytes} connections`);
say(
  `answers: ${Object.entries(answers)
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')}`,
);
say(`held by the functions: ${hereBefore.toFixed(1)} MB, then ${here.toFixed(1)} MB`);
say(`resident in the laptop stack: ${laptopBefore.toFixed(0)} MB, then ${laptopAfter.toFixed(0)} MB`);
const grew = here - hereBefore > maxGrowth.held || laptopAfter - laptopBefore > maxGrowth.resident;
say(`${totals.faults.length} faults${grew ? ', and memory grew' : ''}`);
process.exit(totals.faults.length > 0 || grew ? 1 : 0);
