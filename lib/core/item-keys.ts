import type { Caller } from './caller.ts';
import type { ChallengeId } from './challenge-id.ts';
import { type IndexKey, macText } from './mac.ts';
import type { NumberBlock } from './number-block.ts';
import type { Canonical, CountedAs } from './target.ts';
import { day, type Millis, utcDate } from './time.ts';

declare const kind: unique symbol;

/** Names an item that keeps a sliding window. Keys are MACs: the table holds no address, number, IP or challenge id. */
export type WindowKey = string & { readonly [kind]: 'window' };

/** Names an item that holds one challenge. */
export type ChallengeKey = string & { readonly [kind]: 'challenge' };

/** Names an item that counts one UTC day's mails, or texts to one country, or texts to all others together. */
export type BudgetKey = string & { readonly [kind]: 'budget' };

/** Names an item that counts one UTC day's texts to one number block. */
export type BlockKey = string & { readonly [kind]: 'block' };

/** Names the one item that says since when texts are counted. */
export type FirstTextKey = string & { readonly [kind]: 'first-text' };

export const callerKey = (key: IndexKey, caller: Caller): WindowKey =>
  `caller#${macText(key, 'caller', caller)}` as WindowKey;

/** Checking codes is counted apart from sending them. */
export const verifyCallerKey = (key: IndexKey, caller: Caller): WindowKey =>
  `${callerKey(key, caller)}#verify` as WindowKey;

export const targetKey = (key: IndexKey, target: CountedAs): WindowKey =>
  `target#${macText(key, 'target', target)}` as WindowKey;

/** One person's known devices. */
export const devicesKey = (key: IndexKey, person: Canonical): WindowKey =>
  `devices#${macText(key, 'devices', person)}` as WindowKey;

export const challengeKey = (key: IndexKey, id: ChallengeId): ChallengeKey =>
  `code#${macText(key, 'challenge', id)}` as ChallengeKey;

export const smsBudgetKey = (countries: string, now: Millis): BudgetKey =>
  `sms#${countries}#${utcDate(now)}` as BudgetKey;

export const emailBudgetKey = (now: Millis): BudgetKey => `email#${utcDate(now)}` as BudgetKey;

export const blockKey = (key: IndexKey, block: NumberBlock, at: Millis): BlockKey =>
  `block#${macText(key, 'block', block)}#${utcDate(at)}` as BlockKey;

export const firstTextKey = 'sms#first' as FirstTextKey;

/** The same for so many days before, the last one first. */
export function daysBefore<Key extends BudgetKey | BlockKey>(key: Key, days: number): readonly Key[] {
  const [name, date] = [key.slice(0, -10), Date.parse(key.slice(-10))];
  return Array.from({ length: days }, (_, i) => `${name}${utcDate(date - (i + 1) * day)}` as Key);
}
