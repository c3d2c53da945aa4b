import type { StoredChallenge } from '../../lib/core/challenge.ts';
import { denialOf } from '../../lib/core/denial.ts';
import type { ChallengeKey } from '../../lib/core/item-keys.ts';
import { hitsThatCount, waitUntilAllowed } from '../../lib/core/limits.ts';
import { failuresToLockLong, lockedUntil } from '../../lib/core/lockout.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Hit } from '../../lib/flows/count-hit.ts';
import type { SendTable } from '../../lib/flows/send.ts';
import type { VerifyTable } from '../../lib/flows/verify.ts';

interface ModelWindow {
  hits: readonly Millis[];
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
  readonly windows: Map<string, ModelWindow>;
  readonly challenges: Map<string, ModelChallenge>;
  readonly spent: Map<string, number>;
  readonly verified: Map<string, number>;
}

export function createModelTable(): ModelTable {
  const windows = new Map<string, ModelWindow>();
  const challenges = new Map<string, ModelChallenge>();
  const spent = new Map<string, number>();
  const verified = new Map<string, number>();
  const windowOf = (key: string): ModelWindow => windows.get(key) ?? { hits: [], failures: [], lockedUntil: 0 };
  const change = (key: ChallengeKey, challenge: ModelChallenge): ModelChallenge => {
    challenges.set(key, challenge);
    return challenge;
  };
  return {
    windows,
    challenges,
    spent,
    verified,
    async hit(window, now, hitId): Promise<Hit> {
      const { key, limits } = window;
      const held = windowOf(key);
      const { hits, lastHit, lockedUntil } = held;
      if (lastHit === hitId) return { accepted: true, hits };
      if (lockedUntil > now || waitUntilAllowed(hits, limits, now) > 0) {
        return { accepted: false, hits, denial: denialOf(window, hits, now, lockedUntil) };
      }
      const all = [now, ...hits];
      const kept = hitsThatCount(limits);
      windows.set(key, { ...held, hits: all.length > 2 * kept ? all.slice(0, kept) : all, lastHit: hitId });
      return { accepted: true, hits: all };
    },
    async withdraw({ key }, hitId) {
      const window = windowOf(key);
      if (window.lastHit !== hitId) return;
      windows.set(key, { ...window, hits: window.hits.slice(1), lastHit: undefined });
    },
    async recordFailure({ key }, now) {
      const window = windowOf(key);
      const failures = [now, ...window.failures];
      windows.set(key, {
        ...window,
        failures: failures.length > 2 * failuresToLockLong ? failures.slice(0, failuresToLockLong) : failures,
        lockedUntil: Math.max(window.lockedUntil, lockedUntil(failures)),
      });
    },
    async clearFailures({ key }) {
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
    async spend(key, max) {
      const sent = spent.get(key) ?? 0;
      if (sent < max) spent.set(key, sent + 1);
      return sent < max;
    },
    async countVerified(key) {
      verified.set(key, (verified.get(key) ?? 0) + 1);
    },
  };
}
