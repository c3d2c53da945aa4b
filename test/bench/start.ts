/**
 * `start.mjs FOLDER EVENTS [list]`: how long a fresh process takes to load an asset, and to answer the events of a file. Built
 * before it is run, and told nothing through Node's channel: to strip types or to open that would load half of Node beforehand.
 */
import { existsSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { contextOf } from './requests.ts';

/** What it writes on a line of its own, after which it waits until it is told to go on. */
export interface Loaded {
  /** From before the import until the handler is there. */
  readonly init: Took;
}

/** What it writes on the next line. */
export interface Answered {
  readonly first: Took;
  /** Each event after the first. */
  readonly warm: readonly Took[];
  /** Of the files loaded. Only where they are listed: the hook that lists them takes time itself. */
  readonly bytes: { readonly loaded: number; readonly answered: number };
}

export interface Took {
  readonly wallMs: number;
  /** Of all threads. */
  readonly cpuMs: number;
}

const [folder = '', eventsFile = '', list] = process.argv.slice(2);
const files = new Set<string>();
if (list) {
  registerHooks({
    load(url, context, nextLoad) {
      files.add(url);
      return nextLoad(url, context);
    },
  });
}
const bytes = (): number =>
  [...files].filter((url) => url.startsWith(pathToFileURL(folder).href)).reduce((sum, url) => sum + sizeOf(url), 0);
const sizeOf = (url: string): number => statSync(fileURLToPath(url)).size;

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, Took]> {
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const result = await run();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return [result, { wallMs, cpuMs: (user + system) / 1_000 }];
}

async function answer(event: unknown): Promise<Took> {
  const [{ statusCode }, took] = await timed<APIGatewayProxyResult>(() => handler(event, contextOf()));
  if (statusCode !== 200) throw new Error(`a request was answered ${statusCode}`);
  return took;
}

const index = pathToFileURL(['index.mjs', 'index.js'].map((name) => join(folder, name)).find(existsSync) ?? '').href;
const [firstEvent, ...later] = JSON.parse(readFileSync(eventsFile, 'utf8'));
const say = (line: Loaded | Answered): void => void writeSync(3, `${JSON.stringify(line)}\n`);

const [{ handler }, init] = await timed(() => import(index));
const loaded = bytes();
say({ init });
readSync(0, Buffer.alloc(1));

const first = await answer(firstEvent);
const warm: Took[] = [];
for (const event of later) {
  await pause(40); // two periods of what holds it: what it used before is forgotten
  warm.push(await answer(event));
}
say({ first, warm, bytes: { loaded, answered: bytes() } });
process.exit();
