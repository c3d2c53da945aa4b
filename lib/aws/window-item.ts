import { attribute } from '../core/attributes.ts';
import type { PersonTag, ShareTag } from '../core/tags.ts';
import type { Millis } from '../core/time.ts';
import type { WindowItem } from '../core/window-item.ts';
import { type Item, timesIn } from './items.ts';

const { sentAt, lastHit, shareHits, wrong, failures, lockedUntil, unreachableUntil, revokedAt } = attribute;

export const windowItemOf = (item: Item = {}): WindowItem => ({
  hits: timesIn(item[sentAt]),
  lastHit: item[lastHit]?.S,
  shareHits: listsOf<ShareTag>(item, shareHits),
  wrong: listsOf<ShareTag>(item, wrong),
  failures: listsOf<PersonTag>(item, failures),
  lockedUntil: momentsOf(item, lockedUntil),
  unreachableUntil: momentsOf(item, unreachableUntil),
  commonFailures: timesIn(item[failures]),
  commonLockedUntil: Number(item[lockedUntil]?.N ?? 0),
  revokedAt: Number(item[revokedAt]?.N ?? 0),
});

const listsOf = <Tag extends string>(item: Item, name: string): ReadonlyMap<Tag, readonly Millis[]> =>
  new Map(entriesOf<Tag>(item, name).map(([tag, value]) => [tag, timesIn(value)]));

const momentsOf = (item: Item, name: string): ReadonlyMap<PersonTag, Millis> =>
  new Map(entriesOf<PersonTag>(item, name).map(([tag, value]) => [tag, Number(value?.N)]));

const entriesOf = <Tag extends string>(item: Item, name: string): [Tag, Item[string] | undefined][] =>
  Object.keys(item)
    .filter((key) => key.startsWith(`${name}#`))
    .map((key) => [key.slice(name.length + 1) as Tag, item[key]]);
