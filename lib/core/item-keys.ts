import type { Caller } from './caller.ts';
import type { ChallengeId } from './challenge-id.ts';
import { type IndexKey, type IndexPurpose, mac } from './mac.ts';
import type { Canonical, CountedAs } from './target.ts';
import { type Millis, utcDate } from './time.ts';

declare const kind: unique symbol;

/** Names an item that keeps a sliding window. Keys are MACs: the table holds no address, number, IP or challenge id. */
export type WindowKey = string & { readonly [kind]: 'window' };

/** Names an item that holds one challenge. */
export type ChallengeKey = string & { readonly [kind]: 'challenge' };

/** Names an item that counts one UTC day's mails, or texts to one country, or texts to all others together. */
export type BudgetKey = string & { readonly [kind]: 'budget' };

export const callerKey = (key: IndexKey, caller: Caller): WindowKey =>
  `caller#${blind(key, 'caller', caller)}` as WindowKey;

/** Checking codes is counted apart from sending them. */
export const verifyCallerKey = (key: IndexKey, caller: Caller): WindowKey =>
  `${callerKey(key, caller)}#verify` as WindowKey;

export const targetKey = (key: IndexKey, target: CountedAs): WindowKey =>
  `target#${blind(key, 'target', target)}` as WindowKey;

/** One person's known devices. */
export const devicesKey = (key: IndexKey, person: Canonical): WindowKey =>
  `devices#${blind(key, 'devices', person)}` as WindowKey;

export const challengeKey = (key: IndexKey, id: ChallengeId): ChallengeKey =>
  `code#${blind(key, 'challenge', id)}` as ChallengeKey;

export const smsBudgetKey = (countries: string, now: Millis): BudgetKey =>
  `sms#${countries}#${utcDate(now)}` as BudgetKey;

export const emailBudgetKey = (now: Millis): BudgetKey => `email#${utcDate(now)}` as BudgetKey;

const blind = (key: IndexKey, purpose: IndexPurpose, part: string): string =>
  mac(key, purpose, part).toString('base64url');
