import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One folder a run of the suite, emptied before it. */
export const resultsFolder = join(import.meta.dirname, '../../.cache/test-results');
export const outputFile = join(resultsFolder, 'output.log');
export const secretsFile = join(resultsFolder, 'secrets.txt');

/** Notes a code, address, number, IP or key that a test uses: none may ever be written anywhere. */
export function secret<T extends string>(value: T): T {
  mkdirSync(resultsFolder, { recursive: true });
  appendFileSync(secretsFile, `${value}\n`);
  return value;
}
