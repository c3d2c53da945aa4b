import { join } from 'node:path';
import { measured } from '../../infra/cost/measured.ts';
import { buildAssets } from '../bench/assets.ts';
import { measureCalls } from '../bench/calls.ts';
import { unitsOf } from '../bench/cost.ts';
import { environmentFor } from '../bench/environment.ts';
import type { Measured } from '../bench/figures.ts';
import { measureItems } from '../bench/items.ts';
import type { OursQuestion, OursReply } from '../bench/ours.ts';
import { startWorker } from '../bench/process.ts';
import type { StubQuestion, StubReply } from '../bench/stub.ts';
import { demandOf } from './limits.ts';
import type { Demands } from './page.ts';

type Counted = Pick<Measured, 'items' | 'taken' | 'timing'>;

/** As `npm run bench` counts them: the calls of the bundled function, and what its items weigh. How long it takes was measured before. */
export async function countTaken(): Promise<Counted> {
  await using assets = await buildAssets();
  await using stub = startWorker<StubQuestion, StubReply>('stub.ts', [], {});
  const env = environmentFor(assets.ours.send, (await stub.ask({})).url);
  const output = join(assets.ours.send, '../output.log');
  await using ours = startWorker<OursQuestion, OursReply>('ours.ts', [assets.ours.send], env, output);
  const items = await measureItems(assets.ours.send, env);
  return { items, taken: await measureCalls({ stub, ours }, output), timing: measured.timing };
}

export const demandsOf = ({ items, taken: { email, sms } }: Counted): Demands => ({
  email: demandOf('email', unitsOf(email.keys, items)),
  sms: demandOf('sms', unitsOf(sms.keys, items)),
});
