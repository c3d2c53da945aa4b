import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { countDemands } from './count.ts';
import { demandOf, type Limit, shared } from './limits.ts';
import { tables, usedUpAt, withTables } from './page.ts';

const limit: Limit = { ...(shared[0] as Limit), most: 1_000, taken: ({ writeUnits }, sends) => sends * writeUnits };

test('docs/scale.md says what npm run scale counts', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/scale.md'), 'utf8');
  expect(page).toBe(withTables(page, tables(await countDemands())));
});

test.each([
  [3, 333],
  [1, 1_000],
  [1_000, 1],
])('a limit of 1,000 of which a send takes %d allows %d a second', (writeUnits, sends) => {
  expect(usedUpAt(limit, demandOf('email', writeUnits))).toBe(sends);
});

test('a limit that no rate reaches never gives', () => {
  expect(usedUpAt({ ...limit, taken: () => 999 }, demandOf('email', 3))).toBe(Number.POSITIVE_INFINITY);
});
