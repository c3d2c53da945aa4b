import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { rounds } from '../../infra/cost/rounds.ts';
import { stated } from '../../infra/cost/stated.ts';
import { paths } from '../bench/calls.ts';
import { billsOf } from '../bench/figures.ts';
import { withMarked } from '../support/marked.ts';
import { countTaken, demandsOf } from './count.ts';
import { demandOf, type Limit, shared } from './limits.ts';
import { monthlyTable } from './monthly.ts';
import { tables, usedUpAt } from './page.ts';
import { perMillionTable } from './per-million.ts';
import { measuredWith, memoryTable, partsTable, waitsTable } from './time.ts';
import { worstDayOfDefaults, worstDayTable } from './worst-day.ts';

const limit: Limit = { ...(shared[0] as Limit), most: 1_000, taken: ({ writeUnits }, sends) => sends * writeUnits };

const read = (page: string): string => readFileSync(join(import.meta.dirname, '../..', page), 'utf8');

describe('what is counted', () => {
  let counted: Awaited<ReturnType<typeof countTaken>>;
  beforeAll(async () => {
    counted = await countTaken();
  });

  test('is what docs/scale.md says', () => {
    const page = read('docs/scale.md');
    expect(page).toBe(withMarked(page, 'scale', tables(demandsOf(counted))));
  });

  test.each(paths)('are the calls whose waits are billed: %s', (path) => {
    const listed = Map.groupBy(rounds[path].flat(), (operation) => operation);
    expect(counted.taken[path].calls).toEqual(
      Object.fromEntries([...listed].map(([operation, all]) => [operation, all.length])),
    );
  });

  test('costs at most 8.3 USD a million mails outside SES and SNS, starts included, and 7 without firewall and budget', () => {
    const { email } = billsOf(counted);
    expect(email.outside_ses_and_sns).toBeLessThanOrEqual(8.3);
    expect(email.without_waf_and_budget).toBeLessThanOrEqual(7);
    expect(read('docs/deploying.md')).toContain(`about ${email.outside_ses_and_sns.toFixed(1)}0 USD besides`);
  });

  test('costs a million requests what docs/deploying.md says', () => {
    const page = read('docs/deploying.md');
    expect(page).toBe(withMarked(page, 'scale (a million requests)', perMillionTable(billsOf(counted))));
  });

  test('is never more than what the worst day is reckoned with', () => {
    const { logBytes, responseBytes } = stated.dearest['send-login-code'];
    for (const taken of Object.values(counted.taken)) {
      expect(taken.logBytes).toBeLessThanOrEqual(logBytes);
      expect(taken.responseBytes).toBeLessThanOrEqual(responseBytes);
    }
  });
});

test.each([
  ['how long', partsTable],
  ['measured', measuredWith],
  ['waits', waitsTable],
  ['memory', memoryTable],
])('how long a request takes is what docs/scale.md says: %s', (mark, made) => {
  const page = read('docs/scale.md');
  expect(page).toBe(withMarked(page, `scale (${mark})`, made()));
});

describe('the worst day', () => {
  test('is the one that docs/scale.md shows', () => {
    const page = read('docs/scale.md');
    expect(page).toBe(withMarked(page, 'scale (the worst day)', worstDayTable()));
  });

  test.each(['README.md', 'docs/deploying.md'])('costs what %s says', (page) => {
    expect(read(page)).toContain(worstDayOfDefaults());
  });
});

test('what costs the same each month is what docs/deploying.md says', () => {
  const page = read('docs/deploying.md');
  expect(page).toBe(withMarked(page, 'scale (each month)', monthlyTable()));
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
