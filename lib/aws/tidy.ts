import { attribute, tagged } from '../core/attributes.ts';
import type { WindowKey } from '../core/item-keys.ts';
import { lockedUntil as lockOf, strangersLockout } from '../core/lockout.ts';
import type { PersonTag } from '../core/tags.ts';
import type { Millis } from '../core/time.ts';
import type { Seen, Tidying, WindowItem } from '../core/window-item.ts';
import { type Items, number, type Update } from './items.ts';

/** Keeps the expression that trims a list under DynamoDB's 4 KB. */
const maxTrimmedAtOnce = 200;

const { shareHits, wrong, failures, lockedUntil } = attribute;

interface List {
  readonly name: string;
  readonly length: number;
  /** A longer list is cut … */
  readonly max: number;
  /** … to this many of the newest, which decide something. */
  readonly kept: number;
}

/**
 * Undefined: no list is too long. An index past the newest `kept` stays past them whatever else is written meanwhile, so
 * this needs no condition.
 */
export function trimmed(lists: readonly List[]): Update | undefined {
  const long = lists.filter(({ length, max }) => length > max);
  if (long.length === 0) return undefined;
  const names = Object.fromEntries(long.map(({ name }, i) => [`#list${i}`, name]));
  const tails = long.flatMap(({ length, kept }, i) =>
    // From the last index down: dynalite shifts the list as it removes.
    Array.from({ length: Math.min(length - kept, maxTrimmedAtOnce) }, (_, j) => `#list${i}[${length - 1 - j}]`),
  );
  return { UpdateExpression: `REMOVE ${tails.join(', ')}`, ExpressionAttributeNames: names };
}

/** Two writes at most. Either does nothing if one of its lists has changed since: the next hit tries again. */
export async function tidy(
  items: Items,
  key: WindowKey,
  item: WindowItem,
  tidying: Tidying,
  now: Millis,
): Promise<void> {
  const lists = [
    ...tidying.shareHits.map((seen) => ({ ...seen, names: [tagged(shareHits, seen.tag)] })),
    ...tidying.wrong.map((seen) => ({ ...seen, names: [tagged(wrong, seen.tag)] })),
    ...tidying.failures.map((seen) => ({
      ...seen,
      names: [tagged(failures, seen.tag), tagged(lockedUntil, seen.tag)],
    })),
  ];
  if (lists.length > 0) await items.update(key, removal(lists.slice(0, maxListsAtOnce)));
  if (tidying.merge) await items.update(key, merging(item, tidying.merge, now));
}

/** Keeps the expression under DynamoDB's 4 KB. */
const maxListsAtOnce = 40;

function removal(lists: readonly (Seen<string> & { readonly names: readonly string[] })[]): Update {
  const names = lists.flatMap(({ names }, i) => names.map((name, j) => [`#list${i}_${j}`, name] as const));
  const conditions = lists.map(({ newest }, i) =>
    newest === undefined ? `attribute_not_exists(#list${i}_0[0])` : `#list${i}_0[0] = :newest${i}`,
  );
  const values = lists.flatMap(({ newest }, i) =>
    newest === undefined ? [] : [[`:newest${i}`, number(newest)] as const],
  );
  return {
    UpdateExpression: `REMOVE ${names.map(([placeholder]) => placeholder).join(', ')}`,
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(names),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
}

/** Adds a person's run to the common one, and locks everybody if that is then long enough. */
function merging(
  { failures: runs, commonFailures, commonLockedUntil }: WindowItem,
  { tag, newest = 0 }: Seen<PersonTag>,
  now: Millis,
): Update {
  const run = runs.get(tag) ?? [];
  const until = lockOf([...run, ...commonFailures], strangersLockout);
  const locks = until > Math.max(now, commonLockedUntil);
  const [newestCommon] = commonFailures;
  return {
    UpdateExpression: `SET ${failures} = list_append(#run, if_not_exists(${failures}, :none))${
      locks ? `, ${lockedUntil} = :until` : ''
    } REMOVE #run`,
    ConditionExpression: `#run[0] = :newest AND ${
      newestCommon === undefined ? `attribute_not_exists(${failures}[0])` : `${failures}[0] = :newestCommon`
    }`,
    ExpressionAttributeNames: { '#run': tagged(failures, tag) },
    ExpressionAttributeValues: {
      ':none': { L: [] },
      ':newest': number(newest),
      ...(newestCommon !== undefined && { ':newestCommon': number(newestCommon) }),
      ...(locks && { ':until': number(until) }),
    },
  };
}
