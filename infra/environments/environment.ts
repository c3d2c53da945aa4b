import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnWords } from '../../lib/locales/own-words.ts';
import { parseObject } from '../../lib/settings/json.ts';
import { isOurs, meant } from './names.ts';
import { type Texts, textsOf } from './texts.ts';
import { complaintsOfStray, isWordsFile, readWordsFile } from './words-file.ts';

/** The names that `-c env=NAME` can take: `NAME.json` in this folder. */
export const environmentsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !isWordsFile(file))
    .map((file) => file.slice(0, -'.json'.length));

/** Settings and own words. Nothing is known of an environment whose file is missing, or is no object. */
export type Environment = (Texts & { readonly words?: OwnWords | undefined }) | { readonly unreadable: string };

/** Reads `NAME.json`, and `NAME.words.json` beside it. A name that is no setting is a complaint: the file is for nothing else. */
export function readEnvironment(name: string, folder: string): Environment {
  const names = environmentsIn(folder);
  if (!names.includes(name)) return { unreadable: `env must be ${names.join(' or ')}` };
  const file = `${name}.json`;
  const parsed = parseObject(readFileSync(join(folder, file), 'utf8'));
  if ('fault' in parsed) return { unreadable: `${file} ${parsed.fault}` };
  const { given, complaints } = textsOf(parsed.object);
  const unknown = Object.keys(given).filter((setting) => !isOurs(setting));
  const said = [...unknown.map((setting) => `${setting} is no setting of this stack${meant(setting)}`), ...complaints];
  const { words, complaints: ofWords } = readWordsFile(name, folder);
  const ofNames = complaintsOfStray(readdirSync(folder), names);
  return { given, words, complaints: [...said.map((complaint) => `${file}: ${complaint}`), ...ofNames, ...ofWords] };
}
