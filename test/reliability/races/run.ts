/**
 * `npm run races`: processes whose clocks differ race for a minute, and their history is checked. `-- --broken all` shows that
 * broken builds are caught. Both put what came of it into docs/reliability.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isolateFromAws } from '../../../infra/local/no-aws.ts';
import { second } from '../../../lib/core/time.ts';
import { startTestDynamoDb } from '../../support/dynamodb.ts';
import { startDynamoDbLocal } from '../../support/dynamodb-local.ts';
import { withMarked } from '../../support/marked.ts';
import { pageFile } from '../page.ts';
import { builds } from './builds.ts';
import { violationsIn } from './checker.ts';
import type { Violation } from './facts.ts';
import type { History } from './history.ts';
import { type Hunted, hunt } from './hunt.ts';
import { startRace } from './race.ts';
import { huntedTable, totalsTable } from './tables.ts';
import { totalsOf } from './totals.ts';

const { values: told } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    processes: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    broken: { type: 'string' },
  },
});
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

isolateFromAws();
const local = await startDynamoDbLocal();
const dynamodb = local ?? (await startTestDynamoDb());
const table = local ? 'DynamoDB Local' : 'dynalite, since there is no java here';
const options = { dynamodb: dynamodb.url, processes: Number(told.processes), seed: Number(told.seed) };
say(`${options.processes} processes on ${table}, with the seed ${options.seed}`);
try {
  process.exitCode = (await (told.broken === undefined ? raceOnce() : raceBroken(told.broken))) ? 0 : 1;
} finally {
  local?.stop();
}
process.exit();

async function raceOnce(): Promise<boolean> {
  const seconds = Number(told.seconds);
  const race = await startRace(options);
  try {
    await race.play(seconds * second);
    const history = await race.history();
    const violations = violationsIn(history, race.terms);
    report(violations, history);
    const totals = totalsOf(history, race.terms);
    say(JSON.stringify(totals));
    write('races', totalsTable(totals, { ...options, seconds, table }));
    return violations.length === 0;
  } finally {
    await race.close();
  }
}

async function raceBroken(name: string): Promise<boolean> {
  const chosen = builds.filter((build) => name === 'all' || build.name === name);
  if (chosen.length === 0) throw new Error(`Not a broken build: ${name}`);
  const hunted: Hunted[] = [];
  for (const build of chosen) {
    const found = await hunt(build, options);
    hunted.push(found);
    say(
      `${build.name}: ${found.caught ? `caught by "${build.rule}" after` : 'NOT CAUGHT in'} ${found.operations} operations`,
    );
    if (found.caught) say(`  ${found.caught.what}`);
    else keep(found.history);
  }
  if (name === 'all') write('races -- --broken all', huntedTable(hunted));
  return hunted.every(({ caught }) => caught !== undefined);
}

function report(violations: readonly Violation[], history: History): void {
  for (const { rule, what } of violations) say(`${rule}: ${what}`);
  say(`${violations.length} violations`);
  if (violations.length > 0) keep(history);
}

function keep(history: History): void {
  const folder = join(import.meta.dirname, '../../../.cache');
  const file = join(folder, 'races.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(history, null, 1));
  say(`the history is in ${file}`);
}

function write(command: string, text: string): void {
  writeFileSync(pageFile, withMarked(readFileSync(pageFile, 'utf8'), command, text));
}
