import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnWords } from '../../lib/locales/own-words.ts';
import { parseObject } from '../../lib/settings/json.ts';
import { nearestOf } from '../../lib/settings/nearest.ts';

const end = '.words.json';

/** An environment's own words stand beside its settings. */
export const wordsFileOf = (environment: string): string => environment + end;
export const isWordsFile = (file: string): boolean => file.endsWith(end);

interface Words {
  /** Not checked yet. Undefined: there are none, or they cannot be read. */
  readonly words: OwnWords | undefined;
  readonly complaints: readonly string[];
}

/** Reads `NAME.words.json`, if it is there. */
export function readWordsFile(environment: string, folder: string): Words {
  const file = wordsFileOf(environment);
  if (!existsSync(join(folder, file))) return { words: undefined, complaints: [] };
  const parsed = parseObject(readFileSync(join(folder, file), 'utf8'));
  return 'object' in parsed
    ? { words: parsed.object, complaints: [] }
    : { words: undefined, complaints: [`${file} ${parsed.fault}`] };
}

/** A misspelt name would leave all words ours. */
export const complaintsOfStray = (files: readonly string[], environments: readonly string[]): readonly string[] =>
  files
    .filter(isWordsFile)
    .map((file) => file.slice(0, -end.length))
    .filter((name) => !environments.includes(name))
    .map((name) => `${wordsFileOf(name)} belongs to no environment: ${meantBy(name, environments)}`);

function meantBy(name: string, environments: readonly string[]): string {
  const near = nearestOf(name, environments);
  return near === undefined ? `there are ${environments.join(' and ')}` : `is it ${wordsFileOf(near)}?`;
}
