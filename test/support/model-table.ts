import type { Challenge } from '../../lib/core/challenge.ts';
import { type Limit, marksThatCount, refusal, waitUntilAllowed } from '../../lib/core/limits.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Hit, SendTable } from '../../lib/flows/send.ts';

interface Window {
  sentAt: readonly Millis[];
  lastHit?: string | undefined;
}

/** What the table is meant to do, said with the pure functions alone. */
export interface ModelTable extends SendTable {
  readonly windows: Map<string, Window>;
  readonly challenges: Map<string, Challenge>;
  readonly spent: Map<string, number>;
}

export function createModelTable(): ModelTable {
  const windows = new Map<string, Window>();
  const challenges = new Map<string, Challenge>();
  const spent = new Map<string, number>();
  const windowOf = (key: string): Window => windows.get(key) ?? { sentAt: [] };
  return {
    windows,
    challenges,
    spent,
    async hit(key, limits: readonly Limit[], now, hitId): Promise<Hit> {
      const { sentAt, lastHit } = windowOf(key);
      if (lastHit === hitId) return { accepted: true, sentAt };
      if (waitUntilAllowed(sentAt, limits, now) > 0) {
        return { accepted: false, sentAt, refusal: refusal(sentAt, limits, now) };
      }
      const marks = [now, ...sentAt];
      const kept = marksThatCount(limits);
      windows.set(key, { sentAt: marks.length > 2 * kept ? marks.slice(0, kept) : marks, lastHit: hitId });
      return { accepted: true, sentAt: marks };
    },
    async withdraw(key, hitId) {
      const { sentAt, lastHit } = windowOf(key);
      if (lastHit === hitId) windows.set(key, { sentAt: sentAt.slice(1) });
    },
    async putChallenge(challenge) {
      challenges.set(challenge.key, challenge);
    },
    async spend(key, budget) {
      const sent = spent.get(key) ?? 0;
      if (sent < budget) spent.set(key, sent + 1);
      return sent < budget;
    },
  };
}
