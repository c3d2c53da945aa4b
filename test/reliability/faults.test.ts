/** A part of the matrix, which is other cells in each run. `npm run faults -- --check` plays it all. */
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brokenIn, playMatrix, type Row } from './matrix.ts';
import { type Emulated, startEmulated } from './services.ts';

/** One cell of so many. */
const share = 17;

let emulated: Emulated;
beforeAll(async () => {
  emulated = await startEmulated();
});
afterAll(() => emulated.close());

describe.each(['always', 'once'] as const)('whatever call meets a fault, %s', (lasts) => {
  const first = randomInt(share);
  let rows: readonly Row[];
  beforeAll(async () => {
    rows = await playMatrix(emulated, lasts, { choose: (nth) => nth % share === first });
  });

  test('no guarantee is broken', () => {
    expect(rows.flatMap(({ cells }) => Object.keys(cells)).length).toBeGreaterThan(20);
    expect(brokenIn(rows)).toEqual([]);
  });
});
