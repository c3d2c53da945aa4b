/** `npm run scale`: prints what the service takes at three rates, and the worst day, and puts both into docs/scale.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { withMarked } from '../support/marked.ts';
import { countTaken, demandsOf } from './count.ts';
import { tables } from './page.ts';
import { worstDayTable } from './worst-day.ts';

const page = join(import.meta.dirname, '../../docs/scale.md');

isolateFromAws();
const counted = tables(demandsOf(await countTaken()));
const worst = worstDayTable();
const before = readFileSync(page, 'utf8');
writeFileSync(page, withMarked(withMarked(before, 'scale', counted), 'scale (the worst day)', worst));
process.stdout.write(`${counted}\n\n${worst}\n`);
