import { AsyncLocalStorage } from 'node:async_hooks';
import { keysFromOneSecret } from '../core/keys.ts';
import { type Millis, second } from '../core/time.ts';
import { describeError } from '../runtime/log.ts';
import { type Runtime, silent } from '../runtime/runtime.ts';
import { whileStarting } from './lean/starting.ts';
import { answerFromMemory } from './rehearsed.ts';
import type { FetchKeys } from './secret.ts';

/** A start waits for its calls no longer than this. */
const maxWait: Millis = 1.5 * second;

export interface Preparations {
  /** Each fetches what a container keeps. */
  readonly fetch: readonly (() => Promise<unknown>)[];
  /** Answers requests as later ones are answered, over the same clients, with keys that open nothing and a silent runtime. */
  readonly rehearse: (keys: FetchKeys, runtime: Runtime) => Promise<void>;
}

/**
 * Does while the function starts what its first request would wait for. What fails is logged, and no more: a request that
 * needs it tries again, and is answered by what it finds then.
 */
export async function prime({ fetch, rehearse }: Preparations, runtime: Runtime): Promise<void> {
  const opened: Promise<void>[] = [];
  // Bound: what it logs belongs to the start, not to the request that was rehearsed.
  const note = AsyncLocalStorage.bind((opening: Promise<void>) => void opened.push(opening.catch(tell('connect'))));
  const calls = { signal: AbortSignal.timeout(runtime.patience * maxWait), note };
  const keys = keysFromOneSecret(runtime.random(32).toString('base64'));
  const rehearsal = () => rehearse(async () => keys, silent(runtime));

  await Promise.all([
    ...fetch.map((load) => whileStarting(calls, load).catch(tell('fetch'))),
    whileStarting({ ...calls, answer: answerFromMemory() }, rehearsal).catch(tell('rehearse')),
  ]);
  await Promise.all(opened);

  function tell(step: string) {
    return (error: unknown): void =>
      runtime.log.warn('not ready: the first request may take longer', { step, ...describeError(error) });
  }
}
