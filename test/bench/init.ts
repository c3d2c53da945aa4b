import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Assets } from './assets.ts';
import { environmentFor } from './environment.ts';
import type { Started } from './start.ts';
import { median } from './statistics.ts';

export interface Init {
  /** Until the handler is there. */
  readonly loaded: Compared;
  /** Until the first request is answered. */
  readonly answered: Compared;
}

interface Compared {
  readonly oursMs: number;
  readonly baselineMs: number;
}

/** Fresh processes, in turn, so that whatever else the machine does befalls both. */
export async function measureInit({ starter, ours, baseline }: Assets, url: string, times: number): Promise<Init> {
  const started = { ours: [] as Started[], baseline: [] as Started[] };
  for (const folder of [ours, baseline]) await start(starter, folder, url); // their files are in the machine's cache from now on
  for (let i = 0; i < times; i++) {
    started.ours.push(await start(starter, ours, url));
    started.baseline.push(await start(starter, baseline, url));
  }
  const compare = (ms: (one: Started) => number): Compared => ({
    oursMs: median(started.ours.map(ms)),
    baselineMs: median(started.baseline.map(ms)),
  });
  return { loaded: compare(({ loadedMs }) => loadedMs), answered: compare(({ answeredMs }) => answeredMs) };
}

export interface Bytes {
  readonly start: number;
  readonly email: number;
  readonly sms: number;
}

/** Of code, as a process loads it: at start, and by the end of its first request. */
export async function measureBytes({ starter, ours }: Assets, url: string): Promise<Bytes> {
  const email = await start(starter, ours, url, 'email', 'list');
  const sms = await start(starter, ours, url, 'sms', 'list');
  return { start: email.bytes.loaded, email: email.bytes.answered, sms: sms.bytes.answered };
}

async function start(starter: string, folder: string, url: string, ...more: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [...process.execArgv, starter, folder, ...more], {
    env: environmentFor(folder, url),
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  return JSON.parse(await text(child.stdio[3] as Readable)) as Started;
}
