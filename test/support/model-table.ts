import type { StoredChallenge } from '../../lib/core/challenge.ts';
import type { ChallengeKey } from '../../lib/core/item-keys.ts';
import { type Limit, marksThatCount, refusal, waitUntilAllowed } from '../../lib/core/limits.ts';
import { failuresToLockLong, lockedUntil } from '../../lib/core/lockout.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Hit } from '../../lib/flows/count-hit.ts';
import type { SendTable } from '../../lib/flows/send.ts';
import type { VerifyTable } from '../../lib/flows/verify.ts';

interface Window {
  sentAt: readonly Millis[];
  lastHit?: string | undefined;
  failures: readonly Millis[];
  lockedUntil: Millis;
}

export interface ModelChallenge extends StoredChallenge {
  readonly lastAttempt?: string | undefined;
  readonly usedBy?: string | undefined;
}

/** What the table is meant to do, said with the pure functions alone. */
export interface ModelTable extends SendTable, VerifyTable {
  readonly windows: Map<string, Window>;
  readonly challenges: Map<string, ModelChallenge>;
  readonly spent: Map<string, number>;
  readonly verified: Map<string, number>;
}

export function createModelTable(): ModelTable {
  const windows = new Map<string, Window>();
  const challenges = new Map<string, ModelChallenge>();
  const spent = new Map<string, number>();
  const verified = new Map<string, number>();
  const windowOf = (key: string): Window => windows.get(key) ?? { sentAt: [], failures: [], lockedUntil: 0 };
  const change = (key: ChallengeKey, challenge: ModelChallenge): ModelChallenge => {
    challenges.set(key, challenge);
    return challenge;
  };
  return {
    windows,
    challenges,
    spent,
    verified,
    async hit(key, limits: readonly Limit[], now, hitId): Promise<Hit> {
      const window = windowOf(key);
      const { sentAt, lastHit, lockedUntil } = window;
      if (lastHit === hitId) return { accepted: true, sentAt };
      if (lockedUntil > now || waitUntilAllowed(sentAt, limits, now) > 0) {
        return { accepted: false, sentAt, refusal: refusal(sentAt, limits, now, lockedUntil) };
      }
      const marks = [now, ...sentAt];
      const kept = marksThatCount(limits);
      windows.set(key, { ...window, sentAt: marks.length > 2 * kept ? marks.slice(0, kept) : marks, lastHit: hitId });
      return { accepted: true, sentAt: marks };
    },
    async withdraw(key, hitId) {
      const window = windowOf(key);
      if (window.lastHit !== hitId) return;
      windows.set(key, { ...window, sentAt: window.sentAt.slice(1), lastHit: undefined });
    },
    async fail(key, now) {
      const window = windowOf(key);
      const failures = [now, ...window.failures];
      windows.set(key, {
        ...window,
        failures: failures.length > 2 * failuresToLockLong ? failures.slice(0, failuresToLockLong) : failures,
        lockedUntil: Math.max(window.lockedUntil, lockedUntil(failures)),
      });
    },
    async forgive(key) {
      if (windows.has(key)) windows.set(key, { ...windowOf(key), failures: [], lockedUntil: 0 });
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
    async spend(key, budget) {
      const sent = spent.get(key) ?? 0;
      if (sent < budget) spent.set(key, sent + 1);
      return sent < budget;
    },
    async countVerified(key) {
      verified.set(key, (verified.get(key) ?? 0) + 1);
    },
  };
}
