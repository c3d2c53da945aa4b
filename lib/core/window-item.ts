import type { WindowTimes } from './denial.ts';
import { longestWindow } from './limits.ts';
import { failuresKept } from './lockout.ts';
import type { PersonTag, ShareTag } from './tags.ts';
import type { Millis } from './time.ts';
import type { Share, Window } from './window.ts';

/** All that a window's item holds. Lists are newest first. */
export interface WindowItem {
  readonly hits: readonly Millis[];
  readonly lastHit: string | undefined;
  readonly shareHits: ReadonlyMap<ShareTag, readonly Millis[]>;
  readonly wrong: ReadonlyMap<ShareTag, readonly Millis[]>;
  readonly failures: ReadonlyMap<PersonTag, readonly Millis[]>;
  readonly lockedUntil: ReadonlyMap<PersonTag, Millis>;
  /** Mail to these persons bounced. */
  readonly unreachableUntil: ReadonlyMap<PersonTag, Millis>;
  /** Wrong codes that count for every person: runs of too many persons, and those of items written before persons had tags. */
  readonly commonFailures: readonly Millis[];
  readonly commonLockedUntil: Millis;
  /** Tokens issued before do not let anybody in. 0: none were revoked. */
  readonly revokedAt: Millis;
}

export const timesOf = (item: WindowItem, { share, lock, unreachable, issuedAt = Infinity }: Window): WindowTimes => ({
  hits: item.hits,
  shareHits: (share && item.shareHits.get(share.tag)) ?? [],
  wrong: (share && item.wrong.get(share.tag)) ?? [],
  unreachableUntil: (unreachable && item.unreachableUntil.get(unreachable)) ?? 0,
  lockedUntil:
    item.revokedAt > issuedAt
      ? Infinity
      : Math.max(item.commonLockedUntil, (lock && item.lockedUntil.get(lock.person)) ?? 0),
});

/** A person's run of wrong codes, in any order. */
export const runOf = ({ failures, commonFailures }: WindowItem, person: PersonTag): readonly Millis[] => [
  ...(failures.get(person) ?? []),
  ...commonFailures,
];

/** A list of an item, and the newest time seen in it: it may be removed only while that is still its newest. */
export interface Seen<Tag> {
  readonly tag: Tag;
  readonly newest: Millis | undefined;
}

/** What keeps an item small. */
export interface Tidying {
  readonly shareHits: readonly Seen<ShareTag>[];
  readonly wrong: readonly Seen<ShareTag>[];
  readonly failures: readonly Seen<PersonTag>[];
  /** A run to add to the common one. */
  readonly merge: Seen<PersonTag> | undefined;
}

const maxTags = 40;
const maxWrong = 12;
const maxRuns = 8;

/**
 * Lists that no longer decide anything, once an item has more than 40 tags, or the sharer's own wrong codes are forgotten. More than 12 lists of wrong codes by caller lose
 * the oldest: two callers can lock anyway. Of more than 8 runs the oldest goes into the common run and is never dropped:
 * otherwise the wrong codes of eight made-up persons would let the run of a real one be forgotten.
 */
export function tidyingOf(item: WindowItem, share: Pick<Share, 'limits' | 'tag'>, now: Millis): Tidying | undefined {
  const { shareHits, wrong, failures, lockedUntil } = item;
  const tags = shareHits.size + wrong.size + failures.size;
  const [newestWrong = now] = wrong.get(share.tag) ?? [];
  const isForgiven = newestWrong <= now - failuresKept;
  if (!isForgiven && tags <= maxTags && wrong.size <= maxWrong && failures.size <= maxRuns) return undefined;

  const [deadWrong, liveWrong] = split(wrong, now - failuresKept);
  const [deadRuns, liveRuns] = split(failures, now - failuresKept);
  const tidying = {
    shareHits: split(shareHits, now - longestWindow(share.limits))[0],
    wrong: [...deadWrong, ...liveWrong.slice(0, -maxWrong)],
    failures: deadRuns.filter(({ tag }) => (lockedUntil.get(tag) ?? 0) <= now),
    merge: liveRuns.length > maxRuns ? liveRuns[0] : undefined,
  };
  const isNothing = tidying.shareHits.length + tidying.wrong.length + tidying.failures.length === 0 && !tidying.merge;
  return isNothing ? undefined : tidying;
}

/** Those whose newest time is not after `end`, and the others, oldest first. */
function split<Tag>(lists: ReadonlyMap<Tag, readonly Millis[]>, end: Millis): [Seen<Tag>[], Seen<Tag>[]] {
  const seen = [...lists]
    .map(([tag, [newest]]) => ({ tag, newest }))
    .sort((one, other) => (one.newest ?? 0) - (other.newest ?? 0));
  const isOver = ({ newest = 0 }: Seen<Tag>): boolean => newest <= end;
  return [seen.filter(isOver), seen.filter((each) => !isOver(each))];
}
