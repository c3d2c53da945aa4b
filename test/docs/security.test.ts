import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { longestRun, oddsTable } from '../tools/odds.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/security.md'), 'utf8');

test('docs/security.md states the odds that follow from the settings and constants in force', () => {
  expect(page.split('\n').filter((line) => line.startsWith('|'))).toEqual(oddsTable);
});

test('under the default settings no run of wrong codes reaches the 100 of NIST SP 800-63B-4 3.2.2', () => {
  expect(longestRun).toBeLessThan(100);
  expect(page).toContain(`${longestRun} is the longest run`);
});
