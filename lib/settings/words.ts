import { readFileSync } from 'node:fs';
import type { OwnWords } from '../locales/own-words.ts';
import type { Faulty } from './draft.ts';
import { parseObject } from './json.ts';
import type { Reader } from './reader.ts';
import type { Read } from './values.ts';

/** A starting function takes them as they are: `infra/words` has checked them before they were deployed. */
export const readWords = ({ optional }: Reader): OwnWords | Faulty | undefined => optional('wordsFile', words);

const words: Read<OwnWords> = (path) => {
  const parsed = parseFile(path);
  return 'object' in parsed
    ? { value: parsed.object }
    : { expected: `the path of a file with your words: it ${parsed.fault}` };
};

function parseFile(path: string): ReturnType<typeof parseObject> {
  try {
    return parseObject(readFileSync(path, 'utf8'));
  } catch (error) {
    return { fault: `cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
}
