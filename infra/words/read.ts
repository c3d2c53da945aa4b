import type { OwnWords } from '../../lib/locales/own-words.ts';
import { faulty } from '../../lib/settings/draft.ts';
import { type Environment, readVariables } from '../../lib/settings/reader.ts';
import { readWords } from '../../lib/settings/words.ts';
import { checkWordsFile } from './check.ts';

/** The words that WORDS_FILE names, for programs that read no other settings. If anything is wrong, it says so and ends them. */
export function readOwnWords(env: Environment): OwnWords | undefined {
  const reader = readVariables(env);
  const words = readWords(reader);
  const complaints = [...reader.complaints, ...checkWordsFile({ words, style: faulty, code: faulty })];
  if (words !== faulty && complaints.length === 0) return words;
  process.stderr.write(`Words to mend:\n  ${complaints.join('\n  ')}\n`);
  process.exit(1);
}
