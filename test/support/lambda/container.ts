import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Millis } from '../../../lib/core/time.ts';
import type { Environment } from '../../../lib/settings/reader.ts';
import { lambdaEnvironment } from './environment.ts';
import { type RuntimeApi, startRuntimeApi } from './runtime-api.ts';

/** A process of its own that has loaded a function, and takes one event at a time. */
export interface Container {
  /** Without `now`, its clock is the real one. */
  invoke(event: unknown, now?: Millis): Promise<unknown>;
  /** As the machine under it kills or freezes it. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  stop(): Promise<void>;
}

const bootstrap = join(import.meta.dirname, 'bootstrap.ts');

/** `folder` is what Lambda would get. Nothing else can be resolved from there, and no variable of ours is inherited. */
export async function startContainer(folder: string, settings: Environment): Promise<Container> {
  const name = basename(folder);
  // A file, since what is in it when an answer comes was written before: a pipe may lag behind.
  const output = openSync(join(folder, `../${randomUUID()}.log`), 'ax+');
  const api = await startRuntimeApi(`arn:aws:lambda:us-east-1:000000000000:function:${name}`);
  const child = spawn(process.execPath, [bootstrap], {
    cwd: folder,
    env: { ...settings, ...lambdaEnvironment(folder), AWS_LAMBDA_RUNTIME_API: new URL(api.url).host },
    stdio: ['ignore', output, output],
  });
  child.once('exit', (status, signal) => api.fail(new Error(`The function's process ended: ${status ?? signal}`)));
  const tell = teller(output);
  try {
    await api.loaded;
  } catch (error) {
    tell();
    await stop(child, api, output);
    throw error;
  }
  tell();
  return {
    invoke: (event, now) => api.invoke(event, now).finally(tell),
    signal: (name) => void child.kill(name),
    async stop() {
      tell();
      await stop(child, api, output);
    },
  };
}

async function stop(child: ChildProcess, api: RuntimeApi, output: number): Promise<void> {
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  child.kill();
  await exited;
  await api.close();
  closeSync(output);
}

/** Writes here, line by line, what was written there since the last time. */
function teller(output: number): () => void {
  let told = 0;
  return () => {
    const bytes = Buffer.alloc(fstatSync(output).size - told);
    told += readSync(output, bytes, 0, bytes.length, told);
    for (const line of bytes.toString().match(/.+\n?/g) ?? []) process.stdout.write(line);
  };
}
