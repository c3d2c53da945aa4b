/** `npm run odds`: the table of docs/security.md, from the settings and constants in force. */
import { fileURLToPath } from 'node:url';
import type { Limit } from '../../lib/core/limits.ts';
import { failuresKept, failuresToLockLong } from '../../lib/core/lockout.ts';
import { day, type Millis } from '../../lib/core/time.ts';
import { readSendConfig } from '../../lib/settings/config.ts';

const year: Millis = 365 * day;

const { code, targetLimits, verifyCallerLimits } = readSendConfig({
  TABLE_NAME: 'odds',
  LOGIN_CODE_SECRET: 'o'.repeat(32),
  PUBLIC_URL: 'https://login.example.com',
  EMAIL_FROM: 'login@example.com',
});

/** The most that any interval of this length can hold. */
const most = (limits: readonly Limit[], length: Millis): number =>
  Math.min(...limits.map(({ max, window }) => max * Math.ceil(length / window)));

const alive = most(targetLimits, code.ttl) * code.attempts;
/** The last of them that locks until they are forgotten may be the first of those then alive. */
const inARow = failuresToLockLong - 1 + alive;
const aDay = most(targetLimits, day) * code.attempts;
/** A run is forgotten after `failuresKept` without a failure: so many runs can begin within a year. */
const inAYear = (Math.floor(year / failuresKept) + 1) * inARow;

const guesses = {
  'One challenge': code.attempts,
  'One target, in any 24 hours': aDay + alive, // those sent just before may still be alive
  'One target, in a year, while its person never signs in': inAYear,
  'One target, in a year, while its person signs in daily': 365 * aDay + alive,
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

export const longestRun = inARow;

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${oddsTable.join('\n')}\n`);
