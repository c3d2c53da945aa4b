import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withMarked } from '../../support/marked.ts';
import { playAll, prevented, type Row, refusedOf, tables } from './pumping.ts';
import { createSliding } from './sliding.ts';

describe('the pumping guard', () => {
  let rows: readonly Row[];
  beforeAll(() => {
    rows = playAll();
  });
  const rowOf = (attack: string): Row => {
    const row = rows.find(({ name }) => name.startsWith(attack));
    if (!row) throw new Error(attack);
    return row;
  };

  test('does what docs/pumping.md says', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/pumping.md'), 'utf8');
    expect(page).toBe(withMarked(page, 'simulate:pumping', tables(rows)));
  });

  test.each([
    ['(a)', 0.95],
    ['(b)', 0.95],
    ['(d)', 0.8],
    ['(e)', 0.95],
  ])('prevents of %s at least %d', (attack, least) => {
    const row = rowOf(attack);
    expect(prevented(row, row.ours)).toBeGreaterThanOrEqual(least);
  });

  test('refuses fewer than one of a thousand people where nobody attacks, launch day included', () => {
    expect(refusedOf(rowOf('none').ours, 'first-timer')).toBeLessThan(0.001);
  });

  test('never refuses a known device', () => {
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map(({ ours }) => ours.refused['known device'])).toEqual(rows.map(() => 0));
  });
});

test('what plays a sliding window forgets what is a window ago, and what was taken back', () => {
  const sliding = createSliding(10);
  const entry = { at: 2, stands: true };
  sliding.add({ at: 1, stands: true });
  sliding.add(entry);
  expect([sliding.countAt(10), sliding.countAt(11)]).toEqual([2, 1]);
  sliding.takeBack(entry, 11);
  entry.stands = false;
  expect([sliding.countAt(11), sliding.countAt(30)]).toEqual([0, 0]);
});
