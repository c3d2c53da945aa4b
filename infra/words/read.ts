import type { OwnWords } from '../../lib/locales/own-words.ts';
import { faulty } from '../../lib/settings/draft.ts';
import { type Environment, readVariables } from '../../lib/settings/reader.ts';
import { readWords } from '../../lib/settings/words.ts';
import { checkWordsFile } from './check.ts';

/** The words that WORDS_FILE names, for programs that read no other settings. Throws one error that names all faults. */
export function readOwnWords(env: Environment): OwnWords | undefined {
  const reader = readVariables(env);
  const words = readWords(reader);
  const complaints = [...reader.complaints, ...checkWordsFile({ words, style: faulty, code: faulty })];
  if (words === faulty || complaints.length > 0) throw new Error(`Words to mend:\n  ${complaints.join('\n  ')}`);
  return words;
}
