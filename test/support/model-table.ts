import { strangersPart } from '../../lib/core/budget.ts';
import type { StoredChallenge } from '../../lib/core/challenge.ts';
import { denialOf } from '../../lib/core/denial.ts';
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
  readonly verified: Map<string, number>;
}

export function createModelTable(): ModelTable {
  const windows = createModelWindows();
  const challenges = new Map<string, ModelChallenge>();
  const spent = new Map<string, number>();
  const strangers = new Map<string, number>();
  const verified = new Map<string, number>();
  const change = (key: ChallengeKey, challenge: ModelChallenge): ModelChallenge => {
    challenges.set(key, challenge);
    return challenge;
  };
  return {
    windows: windows.all,
    challenges,
    spent,
    strangers,
    verified,
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
    async spend({ key, max }, byStranger) {
      const [sent, ofStrangers] = [spent.get(key) ?? 0, strangers.get(key) ?? 0];
      if (sent >= max || (byStranger && ofStrangers >= strangersPart(max))) return undefined;
      spent.set(key, sent + 1);
      if (byStranger) strangers.set(key, ofStrangers + 1);
      return sent + 1;
    },
    async giveBack({ key }, byStranger) {
      const [sent, ofStrangers] = [spent.get(key) ?? 0, strangers.get(key) ?? 0];
      if (sent < 1 || (byStranger && ofStrangers < 1)) return;
      spent.set(key, sent - 1);
      if (byStranger) strangers.set(key, ofStrangers - 1);
    },
    async countVerified(key) {
      verified.set(key, (verified.get(key) ?? 0) + 1);
    },
  };
}
