/** `npm run odds`: the table of docs/security.md, from the settings and constants in force. */
import { fileURLToPath } from 'node:url';
import type { Limit } from '../../lib/core/limits.ts';
import { devicesLockout, failuresKept, type Lockout, strangersLockout } from '../../lib/core/lockout.ts';
import { devicesLimits, maxWrongOfCaller } from '../../lib/core/target-window.ts';
import { day, type Millis } from '../../lib/core/time.ts';
import { readSendConfig } from '../../lib/settings/config.ts';

const year: Millis = 365 * day;

const { code, targetLimits, targetCallerLimits, verifyCallerLimits } = readSendConfig({
  TABLE_NAME: 'odds',
  LOGIN_CODE_SECRET: 'o'.repeat(32),
  PUBLIC_URL: 'https://login.example.com',
  EMAIL_FROM: 'login@example.com',
});

/** The most that any interval of this length can hold. */
const most = (limits: readonly Limit[], length: Millis): number =>
  Math.min(...limits.map(({ max, window }) => max * Math.ceil(length / window)));

/** Guesses that the challenges alive at one moment have. */
const alive = (limits: readonly Limit[]): number => most(limits, code.ttl) * code.attempts;

/** The wrong code that locks until the run is forgotten may be the first of those the challenges then alive allow. */
const longestRunOf = (limits: readonly Limit[], { toLockLong }: Lockout): number => toLockLong - 1 + alive(limits);

/** A run is forgotten after `failuresKept` without a failure: so many runs can begin within a year. */
const runsAYear = Math.floor(year / failuresKept) + 1;

const strangersRun = longestRunOf(targetLimits, strangersLockout);
const aDay = most(targetLimits, day) * code.attempts;

const guesses = {
  'One challenge': code.attempts,
  'One target, in any 24 hours': aDay + alive(targetLimits), // those sent just before may still be alive
  'One target, in a year, from one address': runsAYear * (maxWrongOfCaller - 1 + alive(targetCallerLimits)),
  'One target, in a year, whose person never signs in': runsAYear * strangersRun,
  'One target, in a year, whose person signs in daily on a known device': runsAYear * strangersRun,
  'One target, in a year, whose person signs in daily, each time on a new device': 365 * aDay + alive(targetLimits),
};
/** What one address gets through a day; spread over many targets, no other limit is met first. */
const sprayed = most(verifyCallerLimits, day);

const count = (value: number): string => value.toLocaleString('en');

function odds(times: number, digits: number): string {
  const chance = 1 - (1 - 10 ** -digits) ** times;
  return `1 in ${count(Math.round(1 / chance))}`;
}

const expected = (callers: number, digits: number): string =>
  String(Number(((callers * sprayed) / 10 ** digits).toPrecision(2)));

export const oddsTable: readonly string[] = [
  '| | guesses | 6 digits | 8 digits |',
  '|---|---|---|---|',
  ...Object.entries(guesses).map(
    ([what, times]) => `| ${what} | ${count(times)} | ${odds(times, 6)} | ${odds(times, 8)} |`,
  ),
  ...[1, 100, 10_000].map(
    (callers) =>
      `| Accounts a day, sprayed from ${count(callers)} ${callers === 1 ? 'address' : 'addresses'} | ${count(callers * sprayed)} | ${expected(callers, 6)} | ${expected(callers, 8)} |`,
  ),
];

/** Over the strangers' window and the known devices' together. */
export const longestRun = strangersRun + longestRunOf(devicesLimits, devicesLockout);

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${oddsTable.join('\n')}\n`);
