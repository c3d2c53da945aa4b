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

/** As if one after the other. The last two are to DynamoDB, and to SES, SNS or KMS. */
export const startWaits: readonly WaitName[] = ['runtime', 'secrets', 'connection', 'connection'];

/** MB at which Lambda gives one whole processor: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const wholeProcessor = 1_769;

/** Of a processor, by MB. More than one is of no use to one request. */
export const shareOf = (memory: number): number => Math.min(1, memory / wholeProcessor);

/** The billed milliseconds of a request, part by part. */
export type Parts = Readonly<Record<'processor' | 'dynamodb' | 'ses' | 'sns' | 'kms' | 'start', number>>;

const none: Parts = { processor: 0, dynamodb: 0, ses: 0, sns: 0, kms: 0, start: 0 };

/** `memory` in MB. Lambda gives the share in slices of 20 ms, so processor time takes this long at most. */
export function partsOf(end: End, { request, start }: Timing, memory: number): Parts {
  const share = shareOf(memory);
  const waited = Map.groupBy(waitsOf(end), (name) => name);
  const { initMs, firstMs } = start[end === 'verified' ? 'verify' : 'send'];
  const usualMs = request[end === 'verified' ? 'verified' : 'email'];
  return {
    ...none,
    ...Object.fromEntries([...waited].map(([name, times]) => [name, times.length * waits[name].ms])),
    processor: request[end] / share,
    start: (waitMs(startWaits) + initMs + Math.max(0, firstMs - usualMs) / share) / requestsPerStart,
  };
}

export const billedMs = (end: End, timing: Timing, memory: number): number =>
  Object.values(partsOf(end, timing, memory)).reduce((sum, ms) => sum + ms, 0);
