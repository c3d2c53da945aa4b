/** The short form of `npm run fuzz`: the same inputs in each run. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { rounds } from '../support/rounds.ts';
import { createFuzz, type Fuzz } from './fuzz.ts';

let laptop: ChildProcessWithoutNullStreams;
let fuzz: Fuzz;
beforeAll(async () => {
  laptop = startLaptop(port);
  laptop.stderr.resume(); // otherwise it would wait for somebody to read what it says
  await ready(laptop);
  fuzz = createFuzz(18, port);
});
afterAll(() => kill(laptop));

const events = rounds(1_500);
const connections = rounds(400);

test(`no event of ${events}, whatever is missing in it, gives a 5xx or an answer that is not described`, async () => {
  await fuzz.events(() => fuzz.totals.inputs.events >= events);
  expect(fuzz.totals.faults).toEqual([]);
  expect(Object.keys(fuzz.totals.answers)).toEqual(expect.arrayContaining(['200', '400', '404', '405', '415']));
});

test(`no ${connections} connections that speak HTTP, more or less, do either`, async () => {
  await fuzz.bytes(() => fuzz.totals.inputs.bytes >= connections);
  expect(fuzz.totals.faults).toEqual([]);
  expect(fuzz.totals.answers).toHaveProperty('refused');
});
