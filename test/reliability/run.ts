/**
 * `npm run faults`: every call of every path meets every fault. Puts what came of it into docs/reliability.md, and fails if a
 * guarantee did not hold. `-- --check` only compares.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withMarked } from '../support/marked.ts';
import type { Aim } from './cell.ts';
import { brokenIn, type Row } from './matrix.ts';
import { matrixTables, pageFile, unlikePage } from './page.ts';
import { paths } from './paths.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** For each kind of fault. */
const workers = 2;

async function play(lasts: Aim['lasts']): Promise<readonly Row[]> {
  const parts = await Promise.all(Array.from({ length: workers }, (_, first) => playPart(lasts, first)));
  const rows = parts.flat();
  return paths.flatMap(({ title }) => rows.filter(({ path }) => path === title));
}

async function playPart(lasts: Aim['lasts'], first: number): Promise<readonly Row[]> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [lasts, String(first), String(workers)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'], // the functions log to standard output
  });
  const gone = once(worker, 'exit').then(([status]) => {
    throw new Error(`a part of the matrix was not played: ${status}`);
  });
  gone.catch(() => {}); // after its message, that it exits is no fault
  const [rows] = await Promise.race([once(worker, 'message'), gone]);
  return rows as readonly Row[];
}

const kinds = ['always', 'once'] as const;
const played = await Promise.all(kinds.map(async (lasts) => ({ lasts, rows: await play(lasts) })));
const page = readFileSync(pageFile, 'utf8');
const broken = played.flatMap(({ lasts, rows }) => brokenIn(rows).map((what) => `${lasts}: ${what}`));
for (const what of broken) say(what);
const cells = played.flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row.cells))).length;
say(`${cells} cells, ${broken.length} broken guarantees`);
if (process.argv.includes('--check')) {
  const unlike = played.flatMap(({ lasts, rows }) => unlikePage(page, rows, lasts));
  for (const what of unlike) say(what);
  say(`${unlike.length} unlike docs/reliability.md`);
  if (unlike.length > 0) process.exitCode = 1;
} else {
  writeFileSync(
    pageFile,
    played.reduce((text, { lasts, rows }) => withMarked(text, `faults (${lasts})`, matrixTables(rows, lasts)), page),
  );
}
if (broken.length > 0) process.exitCode = 1;
