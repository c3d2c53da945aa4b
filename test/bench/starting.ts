import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { environmentFor } from './environment.ts';
import type { Hold } from './hold.ts';
import type { Answered, Loaded } from './start.ts';

export interface Starting {
  /** The script that starts it. */
  readonly starter: string;
  readonly folder: string;
  /** Where every service is. */
  readonly url: string;
  /** A file of what it is asked. */
  readonly events: string;
  /** Set otherwise than as for all. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A fresh process, which is held, if it is at all, from when it is loaded. */
export async function startOne(
  { starter, folder, url, events, env }: Starting,
  hold?: Hold,
  ...more: readonly string[]
): Promise<Loaded & Answered> {
  const child = spawn(process.execPath, [...process.execArgv, starter, folder, events, ...more], {
    env: { ...environmentFor(folder, url), ...env },
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdio[3] as Readable)[Symbol.asyncIterator]();
  const loaded = await read<Loaded>(lines);
  hold?.hold(child.pid as number);
  child.stdin?.end('\n');
  const answered = await read<Answered>(lines);
  await exited;
  return { ...loaded, ...answered };
}

async function read<T>(lines: AsyncIterator<string>): Promise<T> {
  const { done, value } = await lines.next();
  if (done) throw new Error('a process ended before it answered');
  return JSON.parse(value) as T;
}

export interface Bytes {
  readonly start: number;
  readonly email: number;
  readonly sms: number;
}

/** Of code, as a process loads it: at start, and by the end of its first request. Both channels' is loaded if both are on. */
export async function measureBytes(email: Starting, sms: Starting): Promise<Bytes> {
  const { bytes } = await startOne({ ...email, env: { SMS_COUNTRIES: '' } }, undefined, 'list');
  const { bytes: withSms } = await startOne(sms, undefined, 'list');
  return { start: bytes.loaded, email: bytes.answered, sms: withSms.answered };
}
