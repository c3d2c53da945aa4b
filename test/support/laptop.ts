import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** With the five after it, of this process alone, and below the ports that connections are given. */
export const port = 10_000 + (process.pid % 3_700) * 6;

/** What `npm start` runs, on this port and the five after it. */
export const startLaptop = (port: number, env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
  });

/** All it has said once it says that it is ready. */
export function ready({ stdout }: Pick<ChildProcess, 'stdout'>): Promise<string> {
  let said = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  stdout?.on('data', function hear(chunk) {
    said += chunk;
    if (!said.includes('Ctrl-C')) return;
    stdout.off('data', hear).resume(); // its log is nobody's to keep
    resolve(said);
  });
  return promise;
}

export async function kill(child: ChildProcess | undefined): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
