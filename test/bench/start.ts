/**
 * `start.mjs FOLDER [CHANNEL] [list]`: how long a fresh process takes to load an asset, and to answer its first request. Built
 * before it is run, and told nothing through Node's channel: to strip types or to open that would load half of Node beforehand.
 */
import { existsSync, statSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contextOf, requestOf } from './requests.ts';

export interface Started {
  /** From before the import until the handler is there. */
  readonly loadedMs: number;
  /** Until the first request is answered. */
  readonly answeredMs: number;
  /** Of the files loaded until then. Only where they are listed: the hook that lists them takes time itself. */
  readonly bytes: { readonly loaded: number; readonly answered: number };
}

const [folder = '', channel = 'email', list] = process.argv.slice(2);
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

const index = pathToFileURL(['index.mjs', 'index.js'].map((name) => join(folder, name)).find(existsSync) ?? '').href;
const event = requestOf({ number: 1, channel: channel === 'sms' ? 'sms' : 'email' });

const began = performance.now();
const { handler } = await import(index);
const loadedMs = performance.now() - began;
const loaded = bytes();
const { statusCode } = await handler(event, contextOf());
const answeredMs = performance.now() - began;
if (statusCode !== 200) throw new Error(`the first request was answered ${statusCode}`);

writeSync(3, JSON.stringify({ loadedMs, answeredMs, bytes: { loaded, answered: bytes() } } satisfies Started));
process.exit();
