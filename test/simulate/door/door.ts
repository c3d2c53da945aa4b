/**
 * `npm run simulate:door`: how many people get their code while addresses flood the service, on a virtual clock. The table
 * stands in docs/scale.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultRequestsPerSecond } from '../../../infra/stack/capacity.ts';
import { strangersPart } from '../../../lib/core/budget.ts';
import { table } from '../../scale/markdown.ts';
import { withMarked } from '../../support/marked.ts';
import { type Manner, manners } from './flood.ts';
import { createLimits, policy } from './limits.ts';
import { type Door, type Flood, type Outcome, play } from './play.ts';

const gateway = { rate: defaultRequestsPerSecond, burst: 2 * defaultRequestsPerSecond };
const asDeployed: Door = { gateway, firewallRate: 500 };
const withoutFirewall: Door = { gateway, firewallRate: undefined };

export const sizes = [1, 100, 10_000];

export interface Worst extends Flood, Outcome {
  readonly withoutFirewall: Outcome;
}

/** At the rate that keeps most people out. */
export function worstOf(addresses: number, manner: Manner): Worst {
  const [{ flood } = { flood: { addresses, manner, rate: 0 } }] = manner.rates
    .map((rate) => ({ addresses, manner, rate }))
    .map((flood) => ({ flood, kept: keptBy(play(asDeployed, flood)) }))
    .toSorted((one, other) => one.kept - other.kept);
  return { ...flood, ...play(asDeployed, flood, createLimits()), withoutFirewall: play(withoutFirewall, flood) };
}

const keptBy = ({ onKnownDevices: { inAMinute, atOnce } }: Outcome): number => inAMinute + atOnce / 1_000;

export const allWorst = (): readonly Worst[] =>
  sizes.flatMap((addresses) => Object.values(manners).map((manner) => worstOf(addresses, manner)));

export const doorTable = (rows: readonly Worst[]): string =>
  table([
    [
      ...['addresses', 'they ask', 'each, a second', 'known devices: at once', 'in a minute'],
      ...['new devices: in a minute', "strangers' mails last", 'without the firewall: at once'],
    ],
    ...rows.map(({ addresses, manner, rate, onKnownDevices, onNewDevices, strangersMails, withoutFirewall: open }) => [
      addresses.toLocaleString('en'),
      manner.name,
      rate.toLocaleString('en'),
      percent(onKnownDevices.atOnce),
      percent(onKnownDevices.inAMinute),
      percent(onNewDevices.inAMinute),
      lasting(strangersMails),
      percent(open.onKnownDevices.atOnce),
    ]),
  ]);

/** Rounded down: 100 % means everybody. */
const percent = (part: number): string => `${(Math.floor(part * 1_000) / 10).toFixed(1)} %`;

/** How long the strangers' part of the mail budget lasts, if the second hour goes on. */
function lasting([first, second]: readonly [number, number]): string {
  const mails = strangersPart(policy.email?.budget ?? Infinity);
  if (first >= mails) return '< 1 h';
  const hours = 1 + (mails - first) / second;
  return hours < 24 ? `${hours.toFixed(1)} h` : 'the day';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = join(import.meta.dirname, '../../../docs/scale.md');
  const played = doorTable(allWorst());
  writeFileSync(page, withMarked(readFileSync(page, 'utf8'), 'simulate:door', played));
  process.stdout.write(`${played}\n`);
}
