/** `npm run scale`: prints what the service takes at three rates, and puts it into docs/scale.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isolateFromAws } from '../../infra/local/no-aws.ts';
import { countDemands } from './count.ts';
import { tables, withTables } from './page.ts';

const page = join(import.meta.dirname, '../../docs/scale.md');

isolateFromAws();
const counted = tables(await countDemands());
writeFileSync(page, withTables(readFileSync(page, 'utf8'), counted));
process.stdout.write(`${counted}\n`);
