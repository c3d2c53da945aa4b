import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from './recorded.ts';

/** Runs jest, leaves its results in `NAME.json`, and gives its exit status. */
export function jest(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  mkdirSync(resultsFolder, { recursive: true });
  const results = join(resultsFolder, `${name}.json`);
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const { status } = spawnSync(
    process.execPath,
    [...flags, 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...args],
    // What jest says to people goes to standard error; on standard output it repeats the JSON.
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } },
  );
  return status ?? 1;
}
