/** The short form of `npm run crashes`: processes are killed, and frozen at the two worst moments. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strike } from './crash.ts';
import { type Assets, bundleAssets, strikeAll, struckPaths } from './crashes.ts';
import type { Path } from './paths.ts';
import { type Emulated, startEmulated } from './services.ts';

let emulated: Emulated;
let assets: Assets;
beforeAll(async () => {
  [emulated, assets] = await Promise.all([startEmulated(), bundleAssets()]);
});
afterAll(async () => {
  assets.remove();
  await emulated.close();
});

const pathTo = (title: string): Path => {
  const path = struckPaths.find((struck) => struck.title === title);
  if (!path) throw new Error(`No path to ${title} is struck`);
  return path;
};
const sending = pathTo('send an email, in a fresh container');
const checking = pathTo('check a code, in a fresh container');

test.each([
  [sending.title, sending, 5],
  [checking.title, checking, 5],
])('a process that is killed after any call breaks no guarantee: to %s', async (_, path, calls) => {
  const crashes = await strikeAll(emulated, assets, path, 'killed');
  expect(crashes.length).toBeGreaterThanOrEqual(calls);
  expect(crashes.flatMap(({ after, broken }) => broken.map((what) => `${after}: ${what}`))).toEqual([]);
});

test.each([
  ['the message is counted', sending, 3],
  ['the token is signed', checking, 2],
])('a process that is frozen past its deadline when %s breaks none', async (_, path, nth) => {
  expect((await strike(emulated, assets.folder, path, 'frozen', nth)).broken).toEqual([]);
});
