import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { kill, port, ready } from '../support/laptop.ts';
import { stackSettings } from './plan.ts';

/** In MB. */
export interface Memory {
  /** Of all JavaScript: the functions, and the services that are emulated. Until it is collected, garbage counts. */
  readonly heap: number;
  /** Beside it: the items of the table, above all. */
  readonly buffers: number;
}

/** The laptop stack in a process of its own, which tells what memory it holds. */
export async function startMeasured() {
  const root = join(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['--import', './test/load/tell-memory.ts', 'infra/local/start.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: String(port), ...stackSettings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let memory: Memory = { heap: 0, buffers: 0 };
  child.on('message', (told) => {
    memory = told as Memory;
  });
  const ended = once(child, 'exit').then((): never => {
    throw new Error('The laptop stack has ended');
  });
  ended.catch(() => {}); // once it is stopped, that is no fault
  await Promise.race([ready(child), ended]);
  return {
    url: `http://127.0.0.1:${port}`,
    dynamodb: `http://127.0.0.1:${port + 1}`,
    memory: () => memory,
    stop: () => kill(child),
  };
}
