/**
 * `npm run bench:judgement`: whether the time a judgement takes tells how much of a code was right. Welch's t over codes whose
 * first digits are right and codes that are wrong from the first on; |t| below 4.5 is what no leak looks like.
 */

import { randomBytes } from 'node:crypto';
import { isRightCode, issueChallenge } from '../../lib/core/challenge.ts';
import { challengeId } from '../../lib/core/challenge-id.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { minute } from '../../lib/core/time.ts';
import { byStranger } from '../support/windows.ts';

const calls = 100_000; // of each kind
const warmUp = 20_000;
const kept = 0.9; // what takes longer than nine tenths of all calls is the machine's doing

const keys = keysFromOneSecret('k'.repeat(32));
const ada = 'ada@mailbox.example' as Canonical;
const policy = { length: 10, ttl: 10 * minute, attempts: 5 };

const otherDigit = (digit = '0'): string => String((Number(digit) + 1) % 10);

/** As a request brings it: strings made in different ways take different times to read. */
const asParsed = (code: string): Passcode => JSON.parse(JSON.stringify({ code })).code;

/** Many, so that nothing is measured that one code or challenge happens to do. */
const cases = Array.from({ length: 500 }, () => {
  const id = challengeId(randomBytes(16));
  const { passcode, challenge } = issueChallenge(
    keys,
    { id, target: ada, issuedBy: 'bench', counting: byStranger },
    policy,
    0,
  );
  return {
    id,
    challenge,
    rightPrefix: asParsed(`${passcode.slice(0, -1)}${otherDigit(passcode.at(-1))}`),
    wrong: asParsed([...passcode].map(otherDigit).join('')),
  };
});

const kinds = ['rightPrefix', 'wrong'] as const;
const times: Record<(typeof kinds)[number], number[]> = { rightPrefix: [], wrong: [] };
for (let i = -warmUp; i < calls; i++) {
  const drawn = cases[randomBytes(2).readUInt16BE() % cases.length];
  if (!drawn) continue;
  const { id, challenge } = drawn;
  // Which goes first is drawn, so that nothing periodic falls on one kind.
  for (const kind of randomBytes(1).readUInt8() % 2 ? kinds : kinds.toReversed()) {
    const code = drawn[kind];
    const began = process.hrtime.bigint();
    isRightCode(keys.code.key, id, ada, code, challenge);
    const took = Number(process.hrtime.bigint() - began);
    if (i >= 0) times[kind].push(took);
  }
}

interface Sample {
  readonly size: number;
  readonly mean: number;
  readonly variance: number;
}

const all = [...times.rightPrefix, ...times.wrong].toSorted((a, b) => a - b);
const longest = all[Math.floor(all.length * kept)] ?? 0;

function sampleOf(measured: readonly number[]): Sample {
  const sample = measured.filter((took) => took < longest);
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (sample.length - 1);
  return { size: sample.length, mean, variance };
}

const welch = (a: Sample, b: Sample): number =>
  (a.mean - b.mean) / Math.sqrt(a.variance / a.size + b.variance / b.size);

const [prefixed, unlike] = [sampleOf(times.rightPrefix), sampleOf(times.wrong)];
process.stdout.write(`right prefix  ${prefixed.size} calls, ${prefixed.mean.toFixed(1)} ns
wrong         ${unlike.size} calls, ${unlike.mean.toFixed(1)} ns
Welch's t     ${welch(prefixed, unlike).toFixed(2)}
`);
