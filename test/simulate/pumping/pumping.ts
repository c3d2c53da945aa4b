/**
 * `npm run simulate:pumping`: what five attacks cost with the guard and without, and how many people it refuses, on a virtual
 * clock. The tables stand in docs/pumping.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prices } from '../../../infra/cost/prices.ts';
import { strangersPart } from '../../../lib/core/budget.ts';
import { table } from '../../scale/markdown.ts';
import { withMarked } from '../../support/marked.ts';
import { attacks } from './attacks.ts';
import { createAuthgear } from './authgear.ts';
import { budget, inOrder, launchDay, ordinaryTraffic, pools } from './corpus.ts';
import { keepOut } from './kept-out.ts';
import { createOurs } from './ours.ts';
import { noGuard, type Played, play } from './play.ts';

export interface Row {
  readonly name: string;
  readonly without: Played;
  readonly ours: Played;
  readonly authgear: Played;
}

const conversion = 0.85;
const otherConversions = [0.95, 0.75, 0.65];

/** Without an attack, and with each alone. */
export function playAll(): readonly Row[] {
  const people = inOrder(ordinaryTraffic({ conversion }));
  return [{ name: 'none', happenings: () => [] }, ...attacks].map(({ name, happenings }) => {
    const all = inOrder([...people, ...happenings()]);
    const [without, ours, authgear] = [noGuard, createOurs(), createAuthgear()].map((guard) => play(all, guard));
    return { name, without, ours, authgear } as Row;
  });
}

export const prevented = ({ without }: Row, guarded: Played): number => 1 - guarded.pumped / without.pumped;

/** The part of them that is refused. */
export const refusedOf = ({ asked, refused }: Played, who: 'known device' | 'first-timer'): number =>
  refused[who] / asked[who];

const usd = (texts: number): string => Math.round(texts * prices.dearestText.usd).toLocaleString('en');
const percent = (part: number, digits = 2): string => `${(100 * part).toFixed(digits)} %`;
const first = (played: Played): string => percent(refusedOf(played, 'first-timer'));
const known = (played: Played): string => percent(refusedOf(played, 'known device'));
const share = (row: Row, guarded: Played): string =>
  row.without.pumped === 0 ? '–' : percent(prevented(row, guarded), 1);

function attackTable(rows: readonly Row[]): string {
  const head = [
    'attack',
    'USD without the guard',
    'with it',
    'prevented',
    'first-timers refused',
    'known devices refused',
  ];
  return table([
    [...head, "authgear's: USD", 'prevented', 'first-timers refused', 'known devices refused'],
    ...rows.map((row) => [
      row.name,
      usd(row.without.pumped),
      ...[row.ours, row.authgear].flatMap((played) => [
        usd(played.pumped),
        share(row, played),
        first(played),
        known(played),
      ]),
    ]),
  ]);
}

/** One attacker does not want money, but a country without texts for a day. */
function keptOutTable(): string {
  const people = inOrder(ordinaryTraffic({ conversion }));
  return table([
    ['addresses', 'USD', 'first-timers refused there', 'known devices refused', 'first-timers refused elsewhere'],
    ...[10, 30, 100, 1_000].map((addresses) => {
      const { pumped, firstTimers, knownDevices, elsewhere } = keepOut(people, addresses);
      const parts = [firstTimers, knownDevices, elsewhere].map((each) => percent(each, 1));
      return [addresses.toLocaleString('en'), usd(pumped), ...parts];
    }),
  ]);
}

/** Nobody attacks, and people answer more of their texts, or fewer. */
const conversionTable = (): string =>
  table([
    ['texts that people answer', 'first-timers refused', "by authgear's"],
    ...otherConversions.map((each) => {
      const people = inOrder(ordinaryTraffic({ conversion: each }));
      return [percent(each, 0), first(play(people, createOurs())), first(play(people, createAuthgear()))];
    }),
  ]);

/** For each text that an attacker verifies, 0.3 others may stay unanswered. */
const perVerified = 0.3;

/** The most that an attacker can have sent in a day who finds every cap untouched. */
function worstTable(): string {
  const ours = createOurs();
  play(inOrder(ordinaryTraffic({ conversion })), ours);
  const budgets = pools.length * strangersPart(budget);
  const pumped = (cap: number, verified: number): number => {
    const unanswered = 1 - verified - perVerified * verified;
    return unanswered <= 0 ? budgets : Math.min(budgets, cap / unanswered);
  };
  const [ordinary, launch] = [ours.capOn(launchDay - 1), ours.capOn(launchDay)];
  return table([
    ['of the texts, the attacker verifies', 'USD on an ordinary day', 'USD on the launch day'],
    ...[0, 0.2, 0.5, 0.77].map((each) => [percent(each, 0), usd(pumped(ordinary, each)), usd(pumped(launch, each))]),
  ]);
}

/** What stands between the page's two marks. */
export const tables = (rows: readonly Row[]): string =>
  [
    attackTable(rows),
    '### If people answer fewer texts',
    conversionTable(),
    '### If somebody wants to keep people out',
    keptOutTable(),
    '### The worst day that the settings allow',
    worstTable(),
  ].join('\n\n');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = join(import.meta.dirname, '../../../docs/pumping.md');
  const made = tables(playAll());
  writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'simulate:pumping', made));
  process.stdout.write(`${made}\n`);
}
