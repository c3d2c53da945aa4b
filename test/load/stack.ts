import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { port } from '../support/laptop.ts';
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
  const { promise: isReady, resolve, reject } = Promise.withResolvers<void>();
  child.once('exit', () => reject(new Error('The laptop stack did not start')));
  child.stdout?.on('data', (said) => String(said).includes('Ctrl-C') && resolve()); // and its log, unread
  await isReady;
  return {
    url: `http://127.0.0.1:${port}`,
    dynamodb: `http://127.0.0.1:${port + 1}`,
    memory: () => memory,
    stop: () => child.kill('SIGKILL'),
  };
}
