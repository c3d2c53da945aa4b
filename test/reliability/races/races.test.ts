/** The short form of `npm run races`. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Running } from '../../../infra/local/server.ts';
import { second } from '../../../lib/core/time.ts';
import { startTestDynamoDb } from '../../support/dynamodb.ts';
import { withReplaced } from './break.ts';
import { builds } from './builds.ts';
import { violationsIn } from './checker.ts';
import { hunt } from './hunt.ts';
import { startRace } from './race.ts';
import { totalsOf } from './totals.ts';

let dynamodb: Running;
beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
});
afterAll(() => dynamodb.close());

const options = () => ({ dynamodb: dynamodb.url, processes: 8, seed: Date.now() % 1_000_000 });

test('processes whose clocks differ break no rule', async () => {
  const race = await startRace(options());
  try {
    await race.play(10 * second);
    const history = await race.history();
    expect(violationsIn(history, race.terms)).toEqual([]);
    expect(totalsOf(history).messages).toBeGreaterThan(0);
    const wrong = history.operations.filter(({ answer }) => answer?.problem === 'code-invalid');
    expect(wrong.filter(({ answer }) => answer?.attemptsLeft === undefined)).toEqual([]);
  } finally {
    await race.close();
  }
});

test('a broken build is caught', async () => {
  const [build] = builds;
  if (!build) throw new Error('No build is broken');
  const { caught } = await hunt(build, { ...options(), processes: 4 });
  expect(caught?.rule).toBe(build.rule);
});

test.each(builds)('what $name breaks is still in the source', ({ file, replaced }) => {
  const source = readFileSync(file, 'utf8');
  expect(() => replaced.reduce((text, piece) => withReplaced(text, ...piece), source)).not.toThrow();
});

test('a piece of source that is not there once cannot be broken', () => {
  expect(() => withReplaced('one two two', 'three', '')).toThrow('There 0 times, not once: three');
  expect(() => withReplaced('one two two', 'two', '')).toThrow('There 2 times, not once: two');
  expect(withReplaced('one two', 'two', 'three')).toBe('one three');
});
