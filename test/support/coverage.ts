import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { jest } from './jest.ts';
import { resultsFolder } from './recorded.ts';

/** In percent. They are a little below what is reached: raise them when that rises. */
const floors = { lines: 99, branches: 94 };

type Share = Readonly<Record<keyof typeof floors, { readonly pct: number }>>;

/** Runs these tests, prints how much of functions and lib they reach, and gives an exit status. */
export function measure(tests: readonly string[]): number {
  const folder = join(resultsFolder, 'coverage');
  const flags = ['--coverage', '--coverageProvider=v8', `--coverageDirectory=${folder}`];
  const report = [
    '--coverageReporters=json-summary',
    '--collectCoverageFrom={functions,lib}/**/*.ts',
    '--collectCoverageFrom=!lib/element/**',
  ]; // that runs in a browser
  const status = jest('measured', [...flags, ...report, '--runTestsByPath', ...tests]);
  const { total, ...files }: Readonly<Record<string, Share>> = JSON.parse(
    readFileSync(join(folder, 'coverage-summary.json'), 'utf8'),
  );
  const shares = Object.entries(floors).map(([kind, floor]) => {
    const share = total?.[kind as keyof Share].pct ?? 0;
    return { text: `${share} % of ${kind} (floor ${floor} %)`, isLow: share < floor };
  });
  print(`Coverage of functions and lib: ${shares.map(({ text }) => text).join(', ')}`);
  const unseen = filesWithCode().filter((file) => !(join(root, file) in files));
  if (unseen.length > 0) print(`Not loaded by these tests: ${unseen.join(', ')}`);
  return status || (shares.some(({ isLow }) => isLow) ? 1 : 0);
}

const root = join(import.meta.dirname, '../..');

/** A file that holds only types is never loaded. */
const filesWithCode = (): readonly string[] =>
  globSync('{functions,lib}/**/*.ts', { cwd: root }).filter((file) => {
    const code =
      file.endsWith('.d.ts') || file.startsWith('lib/element/')
        ? ''
        : stripTypeScriptTypes(readFileSync(join(root, file), 'utf8'));
    return /^(?!import\b)[a-z]/m.test(code);
  });

const print = (line: string): void => void process.stdout.write(`${line}\n`);
