/**
 * `npm run scale`: prints what the service takes at three rates, how long requests take, and the worst day, and puts them into docs/scale.md. Prints
 * what it costs a month and a million requests, and puts that into docs/deploying.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { billsOf } from '../bench/figures.ts';
import { withMarked } from '../support/marked.ts';
import { countTaken, demandsOf } from './count.ts';
import { monthlyTable } from './monthly.ts';
import { tables } from './page.ts';
import { perMillionTable } from './per-million.ts';
import { measuredWith, memoryTable, partsTable, waitsTable } from './time.ts';
import { worstDayTable } from './worst-day.ts';

const root = join(import.meta.dirname, '../..');

/** By the mark of the page that each goes to. */
function write(page: string, tables: Readonly<Record<string, string>>): void {
  const path = join(root, page);
  const before = readFileSync(path, 'utf8');
  const after = Object.entries(tables).reduce((text, [mark, made]) => withMarked(text, mark, made), before);
  writeFileSync(path, after);
  process.stdout.write(`${Object.values(tables).join('\n\n')}\n\n`);
}

isolateFromAws();
const counted = await countTaken();
write('docs/scale.md', {
  scale: tables(demandsOf(counted)),
  'scale (how long)': partsTable(),
  'scale (measured)': measuredWith(),
  'scale (waits)': waitsTable(),
  'scale (memory)': memoryTable(),
  'scale (the worst day)': worstDayTable(),
});
write('docs/deploying.md', {
  'scale (each month)': monthlyTable(),
  'scale (a million requests)': perMillionTable(billsOf(counted)),
});
