import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Done, Order, Setup } from './order.ts';

/** A process that races. */
export interface Racer {
  /** One order at a time. */
  carryOut(order: Order): Promise<Done>;
  stop(): void;
}

export async function startRacer(setup: Setup): Promise<Racer> {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(setup)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], // the functions log to standard output
  });
  const gone = once(child, 'exit').then(([status]): never => {
    throw new Error(`a process that races has ended: ${status}`);
  });
  gone.catch(() => {}); // once it is stopped, that is no fault
  const message = async () => (await Promise.race([once(child, 'message'), gone]))[0];
  await message(); // it is ready
  return {
    carryOut(order) {
      child.send(order);
      return message();
    },
    stop: () => void child.kill(),
  };
}
