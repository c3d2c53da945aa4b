import { heldMs } from './held.ts';
import { priceOf, prices } from './prices.ts';
import { type End, waitsOf } from './rounds.ts';
import { type WaitName, waitMs, waits } from './waits.ts';

/** What `npm run bench` measures of our own. */
export interface Timing {
  /** Milliseconds of processor time of a request that is not the first of its process. */
  readonly request: Readonly<Record<End, number>>;
  readonly start: Readonly<Record<'send' | 'verify', StartTiming>>;
}

export interface StartTiming {
  /** From when Node.js runs until the handler is there, at full speed. */
  readonly initMs: number;
  /** Processor time of the first request. */
  readonly firstMs: number;
}

/** One request in so many meets a container that has to start. AWS says that it is usually less than one in a hundred. */
export const requestsPerStart = 50;

/** Of a start, as if one after the other, though some are at once. The connections are to DynamoDB, and to SES, SNS or KMS. */
export const startWaits: readonly WaitName[] = ['runtime', 'secrets', 'connection', 'connection'];

/** MB at which Lambda gives one whole processor: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const wholeProcessor = 1_769;

/** Of a processor, by MB. More than one is of no use to one request. */
export const shareOf = (memory: number): number => Math.min(1, memory / wholeProcessor);

/** The billed milliseconds of a request, part by part. */
export type Parts = Readonly<Record<'processor' | 'dynamodb' | 'ses' | 'sns' | 'kms' | 'start', number>>;

const none: Parts = { processor: 0, dynamodb: 0, ses: 0, sns: 0, kms: 0, start: 0 };

/** `memory` in MB. */
export function partsOf(end: End, { request, start }: Timing, memory: number): Parts {
  const share = shareOf(memory);
  const names = waitsOf(end);
  const waited = Map.groupBy(names, (name) => name);
  return {
    ...none,
    ...Object.fromEntries([...waited].map(([name, times]) => [name, waitMs(times)])),
    processor:
      heldMs(
        request[end],
        names.map((name) => waits[name].ms),
        share,
      ) - waitMs(names),
    start: startMs(end === 'verified' ? 'verified' : 'email', { request, start }, share) / requestsPerStart,
  };
}

/** What a container's start is billed for, and what its first request takes more than a later one. */
function startMs(end: 'email' | 'verified', { request, start }: Timing, share: number): number {
  const { initMs, firstMs } = start[end === 'email' ? 'send' : 'verify'];
  const times = waitsOf(end).map((name) => waits[name].ms);
  const more = heldMs(firstMs, times, share) - heldMs(request[end], times, share);
  return waitMs(startWaits) + initMs + more;
}

export const billedMs = (end: End, timing: Timing, memory: number): number =>
  Object.values(partsOf(end, timing, memory)).reduce((sum, ms) => sum + ms, 0);

/** ms until the first answer of a container that has to start. */
export function coldMs(end: 'email' | 'verified', timing: Timing, memory: number): number {
  const share = shareOf(memory);
  return startMs(end, timing, share) + warmMs(end, timing, memory);
}

/** ms of any later answer. */
export function warmMs(end: End, timing: Timing, memory: number): number {
  const { start: _, ...parts } = partsOf(end, timing, memory);
  return Object.values(parts).reduce((sum, ms) => sum + ms, 0);
}

const million = 1_000_000;

/** What Lambda takes for a million requests of so many billed milliseconds. `memory` in MB. */
export const lambdaUsd = (ms: number, memory: number): number =>
  priceOf(million, prices.lambdaRequest) + priceOf((million * (memory / 1_024) * ms) / 1_000, prices.lambdaArm);
