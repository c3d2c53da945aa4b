import type { Item, Items } from '../../../lib/aws/items.ts';
import { epochSeconds, number } from '../../../lib/aws/items.ts';
import { attribute, schemaVersion, tagged } from '../../../lib/core/attributes.ts';
import { day, type Millis } from '../../../lib/core/time.ts';
import type { PersonWindow } from './windows.ts';

/** Something done to a person's items. Conditions keep what changed meanwhile from being lost. */
export interface Act {
  readonly inWords: string;
  /** Not applied: the item has changed since it was shown. */
  readonly run: () => Promise<{ readonly applied: boolean }>;
}

const { sentAt, lastHit, shareHits, wrong, failures, lockedUntil, revokedAt, expiresAt, schema } = attribute;

/** The longest that DEVICE_TTL can be, and a margin. */
const revocationKept: Millis = 732 * day;

/** The person's lock and run of wrong codes end, and so do the limits of everybody who counts as the same target. */
export function unlock({ title, window, item }: PersonWindow, items: Items): Act | undefined {
  if (!item) return undefined;
  const { person } = window.lock;
  const lists = [sentAt, lastHit, failures, lockedUntil, tagged(failures, person), tagged(lockedUntil, person)];
  const names = Object.keys(item).filter((name) => lists.includes(name) || isShared(name));
  if (names.length === 0) return undefined;
  return {
    inWords: `${title}: lift the lock, and forget ${names.length} lists of times that limits go by`,
    run: () => items.update(window.key, removing(names)),
  };
}

const isShared = (name: string): boolean => name.startsWith(`${shareHits}#`) || name.startsWith(`${wrong}#`);

/** The condition keeps DynamoDB from making an item that has been deleted meanwhile. */
const removing = (names: readonly string[]) => ({
  UpdateExpression: `REMOVE ${names.map((_, i) => `#name${i}`).join(', ')}`,
  ConditionExpression: `attribute_exists(${attribute.key})`,
  ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#name${i}`, name])),
});

/** A token knows only its day (UTC), so those that are issued later today are void too. */
export const revokeDevices = ({ window }: PersonWindow, items: Items, now: Millis): Act => ({
  inWords: 'Make every device of this person a stranger, until it signs in again on a later day (UTC)',
  run: () =>
    items.update(window.key, {
      UpdateExpression: `SET ${revokedAt} = :now, ${expiresAt} = :ttl, #schema = :schema`,
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: {
        ':now': number(now),
        ':ttl': epochSeconds(now + revocationKept),
        ':schema': number(schemaVersion),
      },
    }),
});

export function forget({ title, window, item }: PersonWindow, items: Items): Act | undefined {
  if (!item) return undefined;
  if (item[revokedAt]) {
    const kept: readonly string[] = [attribute.key, revokedAt, expiresAt, schema];
    const names = Object.keys(item).filter((name) => !kept.includes(name));
    return names.length === 0
      ? undefined
      : {
          inWords: `${title}: delete all but the date that devices were revoked at, which names nobody`,
          run: () => items.update(window.key, removing(names)),
        };
  }
  return {
    inWords: `${title}: delete the item, with the limits of everybody who counts as the same target`,
    run: () => items.remove(window.key, unchanged(item)),
  };
}

/** As it was shown. */
const unchanged = (item: Item) => ({
  ConditionExpression: `${expiresAt} = :shown`,
  ExpressionAttributeValues: { ':shown': item[expiresAt] ?? number(0) },
});
