import { functionTimeout } from '../core/deadlines.ts';
import type { Denial, WindowTimes } from '../core/denial.ts';
import { type Quota, quotas } from '../core/limits.ts';
import { type Millis, minute } from '../core/time.ts';
import type { Window } from '../core/window.ts';
import type { Denials } from './denials.ts';

/** `hits`, newest first, are those the item holds after the write. */
export type Hit =
  | { readonly accepted: true; readonly hits: readonly Millis[] }
  | { readonly accepted: false; readonly times: WindowTimes; readonly denial: Denial };

export interface HitTable {
  /** Counts once for each `hitId`, however often it is tried. */
  hit(window: Window, now: Millis, hitId: string): Promise<Hit>;
}

export interface HitDeps {
  readonly table: HitTable;
  readonly denials: Denials;
  readonly now: () => Millis;
}

export type Counted = { readonly quotas: readonly Quota[] } | { readonly denial: Denial };

/** `window` undefined: that limiter is off. */
export type CountHit = (window: Window | undefined, hitId: string) => Promise<Counted>;

/** Where a hit can be given back, a warm function trusts a denial no longer than this. */
export const maxRemembered: Millis = minute;

export const createCountHit =
  ({ table, denials, now }: HitDeps): CountHit =>
  async (window, hitId) => {
    if (!window) return { quotas: [] };
    const at = now();
    const answer = await table.hit(window, at, hitId);
    if (answer.accepted) return { quotas: quotas(answer.hits, window.limits, at) };

    const { times, denial } = answer;
    if (isSettled(window, times, denial, at)) {
      const until = window.lock ? Math.min(denial.until, at + maxRemembered) : denial.until;
      denials.remember(isOfShare(window, denial) ? shareKey(window) : window.key, denial, until);
    }
    return { denial };
  };

/** What a warm function may remember of this window. A share's denial is remembered for that share alone. */
export function rememberedKeys(window: Window | undefined): readonly string[] {
  if (!window) return [];
  return window.share ? [window.key, shareKey(window)] : [window.key];
}

const shareKey = ({ key, share }: Window): string => `${key} ${share?.tag}`;

const isOfShare = ({ share }: Window, { limiter }: Denial): boolean => limiter === share?.limiter;

/** A lock ends early with a right code. Of hits, only the newest may be withdrawn, while the call that made it runs. */
function isSettled(window: Window, { hits, shareHits }: WindowTimes, denial: Denial, now: Millis): boolean {
  if (!denial.limit) return false;
  const [newest = 0] = isOfShare(window, denial) ? shareHits : hits;
  return !window.lock || now - newest > functionTimeout;
}
