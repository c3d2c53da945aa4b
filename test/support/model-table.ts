import { isSpent } from '../../lib/core/budget.ts';
import type { StoredChallenge } from '../../lib/core/challenge.ts';
import { denialOf } from '../../lib/core/denial.ts';
import type { DayOfTexts } from '../../lib/core/guard.ts';
import type { ChallengeKey } from '../../lib/core/item-keys.ts';
import { timesOf } from '../../lib/core/window-item.ts';
import type { MarkTable } from '../../lib/flows/email-event.ts';
import type { SendTable } from '../../lib/flows/send.ts';
import type { VerifyTable } from '../../lib/flows/verify.ts';
import { createModelWindows, type ModelWindow } from './model-windows.ts';

export interface ModelChallenge extends StoredChallenge {
  readonly lastAttempt?: string | undefined;
  readonly usedBy?: string | undefined;
}

/** What the table is meant to do, said with the pure functions alone. */
export interface ModelTable extends SendTable, VerifyTable, MarkTable {
  readonly windows: Map<string, ModelWindow>;
  readonly challenges: Map<string, ModelChallenge>;
  readonly spent: Map<string, number>;
  /** Of those, without a valid device token. */
  readonly strangers: Map<string, number>;
  /** By the day of a country, or of a number block. */
  readonly texts: Map<string, DayOfTexts>;
}

const noTexts: DayOfTexts = { verified: 0, unanswered: 0 };

export function createModelTable(): ModelTable {
  const windows = createModelWindows();
  const challenges = new Map<string, ModelChallenge>();
  const spent = new Map<string, number>();
  const strangers = new Map<string, number>();
  const texts = new Map<string, DayOfTexts>();
  let firstTextAt: number | undefined;
  const textsOf = (key: string): DayOfTexts => texts.get(key) ?? noTexts;
  /** Does nothing where a count would go below 0. */
  const changeTexts = (key: string, unanswered: number, verified = 0): void => {
    const before = textsOf(key);
    if (before.unanswered + unanswered < 0) return;
    texts.set(key, { unanswered: before.unanswered + unanswered, verified: before.verified + verified });
  };
  const isFull = (key: string, max = Number.POSITIVE_INFINITY): boolean => textsOf(key).unanswered >= max;
  const change = (key: ChallengeKey, challenge: ModelChallenge): ModelChallenge => {
    challenges.set(key, challenge);
    return challenge;
  };
  return {
    windows: windows.all,
    challenges,
    spent,
    strangers,
    texts,
    async hit(window, now, hitId) {
      const held = windows.of(window.key);
      if (held.lastHit === hitId) return { accepted: true, hits: held.hits };
      const times = timesOf(held, window);
      const denial = denialOf(window, times, now);
      if (denial) return { accepted: false, times, denial };
      return { accepted: true, hits: windows.accept(window, now, hitId) };
    },
    async withdraw(window, hitId) {
      if (windows.of(window.key).lastHit === hitId) windows.withdraw(window);
    },
    async recordFailure(window, now) {
      windows.fail(window, now);
    },
    async clearFailures(window) {
      if (windows.all.has(window.key)) windows.clear(window);
    },
    async putChallenge(challenge) {
      const there = challenges.get(challenge.key);
      if (there && there.expiresAt > challenge.issuedAt) {
        return there.issuedBy === challenge.issuedBy ? undefined : there;
      }
      change(challenge.key, { ...challenge, used: false, deliveryUnknown: false });
      return undefined;
    },
    async readChallenge(key) {
      return challenges.get(key);
    },
    async removeChallenge({ key, issuedBy }) {
      if (challenges.get(key)?.issuedBy === issuedBy) challenges.delete(key);
    },
    async markDeliveryUnknown({ key, issuedBy }) {
      const there = challenges.get(key);
      if (there?.issuedBy === issuedBy) change(key, { ...there, deliveryUnknown: true });
    },
    async keepMessageId(key, messageId) {
      const there = challenges.get(key);
      if (there) change(key, { ...there, messageId });
    },
    async markUnreachable({ key, lock }, until) {
      windows.all.get(key)?.unreachableUntil.set(lock.person, until);
    },
    async takeAttempt(key, target, now, attemptId) {
      const there = challenges.get(key);
      if (there?.lastAttempt === attemptId) return there;
      const alive = there && there.attemptsLeft > 0 && there.expiresAt > now && !there.used;
      if (!alive || Buffer.compare(there.targetMac, target) !== 0) return undefined;
      return change(key, { ...there, attemptsLeft: there.attemptsLeft - 1, lastAttempt: attemptId });
    },
    async markUsed({ key, issuedBy }, attemptId) {
      const there = challenges.get(key);
      if (there?.usedBy === attemptId) return true;
      if (there?.issuedBy !== issuedBy || there.used) return false;
      change(key, { ...there, used: true, usedBy: attemptId });
      return true;
    },
    async spend(budget, byStranger, maxUnanswered) {
      const { key, limiter } = budget;
      const before = { sent: spent.get(key) ?? 0, strangers: strangers.get(key) ?? 0 };
      const counted = !isSpent(budget, before, byStranger) && !isFull(key, maxUnanswered);
      if (counted) {
        spent.set(key, before.sent + 1);
        if (byStranger) strangers.set(key, before.strangers + 1);
        if (limiter === 'sms-budget') changeTexts(key, 1);
      }
      const now = { sent: spent.get(key) ?? 0, strangers: strangers.get(key) ?? 0 };
      return { counted, day: { ...textsOf(key), ...now } };
    },
    async giveBack({ key, limiter }, byStranger) {
      const [sent, ofStrangers] = [spent.get(key) ?? 0, strangers.get(key) ?? 0];
      const isText = limiter === 'sms-budget';
      if (sent < 1 || (byStranger && ofStrangers < 1) || (isText && textsOf(key).unanswered < 1)) return;
      spent.set(key, sent - 1);
      if (byStranger) strangers.set(key, ofStrangers - 1);
      if (isText) changeTexts(key, -1);
    },
    async countInBlock(key, _now, maxUnanswered) {
      const counted = !isFull(key, maxUnanswered);
      if (counted) changeTexts(key, 1);
      return { counted, day: textsOf(key) };
    },
    async giveBackInBlock(key) {
      changeTexts(key, -1);
    },
    async countAnswered({ budget, block }) {
      changeTexts(budget, -1, 1);
      if (block) changeTexts(block, -1, 1);
    },
    async readDays(keys) {
      return keys.map(textsOf);
    },
    async readFirstTextAt(now) {
      firstTextAt ??= now;
      return firstTextAt;
    },
  };
}
