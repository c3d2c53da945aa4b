import { functionTimeout } from '../core/deadlines.ts';
import type { Denial } from '../core/denial.ts';
import { type Quota, quotas } from '../core/limits.ts';
import type { Millis } from '../core/time.ts';
import type { Window } from '../core/window.ts';
import type { Denials } from './denials.ts';

/** `hits`, newest first, are those the item holds after the write. */
export type Hit =
  | { readonly accepted: true; readonly hits: readonly Millis[] }
  | { readonly accepted: false; readonly hits: readonly Millis[]; readonly denial: Denial };

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

export const createCountHit =
  ({ table, denials, now }: HitDeps): CountHit =>
  async (window, hitId) => {
    if (!window) return { quotas: [] };
    const at = now();
    const answer = await table.hit(window, at, hitId);
    if (answer.accepted) return { quotas: quotas(answer.hits, window.limits, at) };

    if (isFinal(window, answer.hits, answer.denial, at)) denials.remember(window.key, answer.denial);
    return { denial: answer.denial };
  };

/** A lock ends early with a right code. Of hits, only the newest may be withdrawn, while the call that made it runs. */
const isFinal = ({ withdrawable }: Window, [newest = 0]: readonly Millis[], { limit }: Denial, now: Millis): boolean =>
  limit !== undefined && (!withdrawable || now - newest > functionTimeout);
