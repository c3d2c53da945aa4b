/** A part of the matrix, which is other cells in each run. `npm run faults -- --check` plays it all. */
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brokenIn, playMatrix } from './matrix.ts';
import { type Emulated, startEmulated } from './services.ts';

/** One cell of so many. */
const share = 17;

let emulated: Emulated;
beforeAll(async () => {
  emulated = await startEmulated();
});
afterAll(() => emulated.close());

describe.each(['always', 'once'] as const)('whatever call meets a fault, %s', (lasts) => {
  test('no guarantee of docs/reliability.md is broken', async () => {
    const first = randomInt(share);
    const rows = await playMatrix(emulated, lasts, { choose: (nth) => nth % share === first });
    expect(rows.flatMap(({ cells }) => Object.keys(cells)).length).toBeGreaterThan(20);
    expect(brokenIn(rows)).toEqual([]);
  });
});
