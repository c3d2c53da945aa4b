import { type Millis, minute, second } from '../../lib/core/time.ts';
import type { Environment } from '../../lib/settings/reader.ts';

/** So many people a second ask for a code and type it in: twice as many requests. */
export interface Step {
  readonly name: string;
  readonly rate: number;
  readonly lasts: Millis;
}

const rising: readonly number[] = [5, 10, 20, 30, 40];

/** `share` shortens each step: 1 is the whole. */
export const planOf = (share: number): readonly Step[] => [
  ...rising.map((rate) => ({ name: 'rising', rate, lasts: (share * minute) / 2 })),
  { name: 'for ten minutes', rate: 15, lasts: share * 10 * minute },
];

/** One person in so many has one of a few addresses, which everybody else asks for too. */
export const hotOneIn = 100;
export const hotAddresses = 5;

/** Short, so that items expire while the load lasts, and are deleted as DynamoDB does it. */
export const stackSettings: Environment = {
  CODE_TTL: '1m',
  TARGET_LIMITS: '5/1m',
  TARGET_CALLER_LIMITS: '2/1m',
  CALLER_LIMITS: '20/1m',
  VERIFY_CALLER_LIMITS: '20/1m',
  EMAIL_BUDGET: '1000000',
};

export const sweepEvery: Millis = 30 * second;
export const readMailEvery: Millis = second;
