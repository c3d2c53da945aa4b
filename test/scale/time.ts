import {
  billedMs,
  coldMs,
  lambdaUsd,
  type Parts,
  partsOf,
  requestsPerStart,
  shareOf,
  startWaits,
  warmMs,
} from '../../infra/cost/billed.ts';
import { measured } from '../../infra/cost/measured.ts';
import type { End } from '../../infra/cost/rounds.ts';
import { stated } from '../../infra/cost/stated.ts';
import { type Wait, type WaitName, waitMs, waits } from '../../infra/cost/waits.ts';
import { table } from './markdown.ts';

const memorySizes = [256, 512, 1_024, 1_769];

const { timing } = measured;
const deployed = stated.memory * 1_024;

const ends = {
  email: 'an email is sent',
  sms: 'a text is sent',
  denied: 'a limit denies it',
  denied_warm: 'denied from memory',
  verified: 'a code is checked',
} as const satisfies Partial<Record<End, string>>;

const words: Readonly<Record<keyof Parts, string>> = {
  processor: 'our processor time, measured, held to its share',
  dynamodb: 'DynamoDB',
  ses: 'SES',
  sns: 'SNS',
  kms: 'KMS',
  start: `starts, one in ${requestsPerStart} requests`,
};

const tenths = (ms: number): string => (ms === 0 ? '–' : ms.toFixed(1));
const whole = (ms: number): string => ms.toFixed(0);

/** The billed milliseconds of a request, part by part, at the memory that is deployed. */
export function partsTable(): string {
  const kinds = Object.keys(ends) as (keyof typeof ends)[];
  const parts = kinds.map((end) => partsOf(end, timing, deployed));
  return table([
    [`ms, at ${deployed} MB`, ...Object.values(ends)],
    ['processor time, at full speed', ...kinds.map((end) => tenths(timing.request[end]))],
    ...Object.entries(words).map(([part, word]) => [word, ...parts.map((of) => tenths(of[part as keyof Parts]))]),
    ['**billed**', ...kinds.map((end) => `**${tenths(billedMs(end, timing, deployed))}**`)],
  ]);
}

/** What is stated, and why. */
export function waitsTable(): string {
  const rows = Object.entries(waits) as [WaitName, Wait][];
  return table([
    ['wait for', 'ms', 'why so many'],
    ...rows.map(([, { what, ms, why, source }]) => [what, String(ms), source ? `[${why}](${source})` : why]),
    ['**all of a start**', `**${waitMs(startWaits)}**`, 'one after the other, with two new connections'],
  ]);
}

/** What a function's memory size changes. */
export function memoryTable(): string {
  const rows = (name: string, end: 'email' | 'verified') => [
    [`${name}: first answer, with the start, ms`, ...memorySizes.map((size) => whole(coldMs(end, timing, size)))],
    [`${name}: any later answer, ms`, ...memorySizes.map((size) => whole(warmMs(end, timing, size)))],
    [
      `${name}: Lambda, USD a million`,
      ...memorySizes.map((size) => lambdaUsd(billedMs(end, timing, size), size).toFixed(2)),
    ],
  ];
  return table([
    ['', ...memorySizes.map((size) => `${size.toLocaleString('en')} MB`)],
    ['of a processor', ...memorySizes.map((size) => shareOf(size).toFixed(3))],
    ...rows('sending an email', 'email'),
    ...rows('checking a code', 'verified'),
  ]);
}

export const measuredWith = (): string =>
  `Measured on ${measured.on} with Node.js ${measured.node.slice(1)} on one processor of ${measured.processor}.`;
