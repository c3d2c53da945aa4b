/** One of the processes that race: the functions, with a clock that is wrong. Its parent says what it is asked. */
import { isolateFromAws } from '../../../infra/local/no-aws.ts';
import { breakSource } from './break.ts';
import { builds } from './builds.ts';
import type { Order, Setup } from './order.ts';

isolateFromAws();
const setup: Setup = JSON.parse(process.argv[2] ?? '');
const build = builds.find(({ name }) => name === setup.build);
if (setup.build !== undefined && !build) throw new Error(`No build is called ${setup.build}`);
const assertBroken = build && breakSource(build);

// Only now: what it imports is what is broken.
const { startFunctions } = await import('./functions.ts');
const carryOut = await startFunctions(setup);
assertBroken?.();

process.on('message', (order: Order) => {
  void carryOut(order).then((done) => process.send?.(done));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
