import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from './recorded.ts';

/** The path of a new file with these words, or with this text in their place. */
export function wordsFile(content: object | string): string {
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(mkdtempSync(join(resultsFolder, 'words-')), 'words.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
