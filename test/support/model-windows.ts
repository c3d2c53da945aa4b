import { hitsThatCount, type Limit } from '../../lib/core/limits.ts';
import { lockedUntil as lockOf, strangersLockout } from '../../lib/core/lockout.ts';
import type { PersonTag, ShareTag } from '../../lib/core/tags.ts';
import type { TargetWindow } from '../../lib/core/target-window.ts';
import type { Millis } from '../../lib/core/time.ts';
import type { Window } from '../../lib/core/window.ts';
import { runOf, tidyingOf, type WindowItem } from '../../lib/core/window-item.ts';

type Times = readonly Millis[];

/** A window's item that can be changed. */
export interface ModelWindow extends WindowItem {
  hits: Times;
  lastHit: string | undefined;
  shareHits: Map<ShareTag, Times>;
  wrong: Map<ShareTag, Times>;
  failures: Map<PersonTag, Times>;
  lockedUntil: Map<PersonTag, Millis>;
  unreachableUntil: Map<PersonTag, Millis>;
  commonFailures: Times;
  commonLockedUntil: Millis;
  revokedAt: Millis;
}

const emptyWindow = (): ModelWindow => ({
  hits: [],
  lastHit: undefined,
  shareHits: new Map(),
  wrong: new Map(),
  failures: new Map(),
  lockedUntil: new Map(),
  unreachableUntil: new Map(),
  commonFailures: [],
  commonLockedUntil: 0,
  revokedAt: 0,
});

const slack = 10;
const cutTo = (times: Times, kept: number, max: number): Times => (times.length > max ? times.slice(0, kept) : times);
const cutHits = (times: Times, limits: readonly Limit[]): Times =>
  cutTo(times, hitsThatCount(limits), 2 * hitsThatCount(limits));

/** The writes on windows' items. */
export function createModelWindows() {
  const all = new Map<string, ModelWindow>();
  const of = (key: string): ModelWindow => all.get(key) ?? emptyWindow();
  const changed = (key: string): ModelWindow => {
    const window = of(key);
    all.set(key, window);
    return window;
  };
  return {
    all,
    of,
    /** Gives the hits as they are before any are cut. */
    accept({ key, limits, share }: Window, now: Millis, hitId: string): Times {
      const held = changed(key);
      const hits = [now, ...held.hits];
      Object.assign(held, { hits: cutHits(hits, limits), lastHit: hitId });
      if (share) {
        const ofShare = [now, ...(held.shareHits.get(share.tag) ?? [])];
        held.shareHits.set(share.tag, ofShare);
        const tidying = tidyingOf(held, share, now);
        held.shareHits.set(share.tag, cutHits(ofShare, share.limits));
        for (const { tag } of tidying?.shareHits ?? []) held.shareHits.delete(tag);
        for (const { tag } of tidying?.wrong ?? []) held.wrong.delete(tag);
        for (const { tag } of tidying?.failures ?? []) {
          held.failures.delete(tag);
          held.lockedUntil.delete(tag);
        }
        if (tidying?.merge) merge(held, tidying.merge.tag, now);
      }
      return hits;
    },
    withdraw({ key, share }: Window): void {
      const held = changed(key);
      Object.assign(held, { hits: held.hits.slice(1), lastHit: undefined });
      if (share) held.shareHits.set(share.tag, (held.shareHits.get(share.tag) ?? []).slice(1));
    },
    fail({ key, share, lock: { person, lockout } }: TargetWindow, now: Millis): void {
      const held = changed(key);
      held.failures.set(person, [now, ...(held.failures.get(person) ?? [])]);
      const until = Math.max(held.lockedUntil.get(person) ?? 0, lockOf(runOf(held, person), lockout));
      if (until > 0) held.lockedUntil.set(person, until);
      const kept = lockout.toLockLong;
      held.failures.set(person, cutTo(held.failures.get(person) ?? [], kept, kept + slack));
      const max = share?.maxWrong;
      if (share && max) {
        held.wrong.set(share.tag, cutTo([now, ...(held.wrong.get(share.tag) ?? [])], max, max + slack));
      }
    },
    clear({ key, share, lock: { person } }: TargetWindow): void {
      const held = changed(key);
      held.failures.delete(person);
      held.lockedUntil.delete(person);
      if (share?.maxWrong) held.wrong.delete(share.tag);
      Object.assign(held, { commonFailures: [], commonLockedUntil: 0 });
    },
  };
}

function merge(held: ModelWindow, tag: PersonTag, now: Millis): void {
  const common = [...(held.failures.get(tag) ?? []), ...held.commonFailures];
  const until = lockOf(common, strangersLockout);
  held.failures.delete(tag);
  held.commonFailures = common;
  if (until > now) held.commonLockedUntil = Math.max(held.commonLockedUntil, until);
}
