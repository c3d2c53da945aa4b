import { attribute, schemaVersion } from '../core/attributes.ts';
import { denialOf } from '../core/denial.ts';
import type { WindowKey } from '../core/item-keys.ts';
import { hitsThatCount } from '../core/limits.ts';
import { failuresKept, failuresToLock, failuresToLockLong, lockedUntil as lockOf } from '../core/lockout.ts';
import type { Millis } from '../core/time.ts';
import type { Window } from '../core/window.ts';
import type { Hit } from '../flows/count-hit.ts';
import { epochSeconds, type Items, leeway, number, timesOf } from './items.ts';

/** Keeps the expression that trims a list under DynamoDB's 4 KB. */
const maxTrimmedAtOnce = 200;

const { sentAt, lastHit, failures, lockedUntil, expiresAt, schema } = attribute;

/** Items that keep times: of what was accepted, and of codes that were wrong. */
export function createWindows(items: Items) {
  return { hit, withdraw, recordFailure, clearFailures };

  /**
   * An exact sliding window in one conditional write. Newest first, `sent_at[max - 1]` is the hit that one more would
   * push past the limit: while it is inside the window the answer is no, however many ask at once.
   */
  async function hit(window: Window, now: Millis, hitId: string): Promise<Hit> {
    const { key, limits } = window;
    const allowed = limits.map(({ max }, i) => {
      const time = `${sentAt}[${max - 1}]`;
      return `(attribute_not_exists(${time}) OR ${time} <= :start${i})`;
    });
    const { applied, item } = await items.update(key, {
      UpdateExpression: `SET ${sentAt} = list_append(:time, if_not_exists(${sentAt}, :none)), ${lastHit} = :id, ${expiresAt} = :ttl, #schema = :schema`,
      ConditionExpression: [
        // A retry whose first try was applied must not count twice.
        `(attribute_not_exists(${lastHit}) OR ${lastHit} <> :id)`,
        `(attribute_not_exists(${lockedUntil}) OR ${lockedUntil} <= :now)`,
        ...allowed,
      ].join(' AND '),
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: {
        ':time': { L: [number(now)] },
        ':none': { L: [] },
        ':id': { S: hitId },
        ':now': number(now),
        ':ttl': epochSeconds(now + window.keptFor + leeway),
        ':schema': number(schemaVersion),
        ...Object.fromEntries(limits.map(({ window }, i) => [`:start${i}`, number(now - window)])),
      },
      ReturnValues: 'ALL_NEW',
    });
    // dynalite returns no item with a failed condition.
    const { [sentAt]: times, [lastHit]: last, [lockedUntil]: until } = item ?? (await items.read(key)) ?? {};
    const hits = timesOf(times);

    if (applied) await trim(key, sentAt, hits.length, hitsThatCount(limits));
    // Not applied, yet the last hit is ours: the first try was applied, and only its answer was lost.
    if (applied || last?.S === hitId) return { accepted: true, hits };
    return { accepted: false, hits, denial: denialOf(window, hits, now, Number(until?.N ?? 0)) };
  }

  /** Also removes `last_hit`; otherwise a retry would remove the next hit too. */
  async function withdraw({ key }: Window, hitId: string): Promise<void> {
    await items.update(key, {
      UpdateExpression: `REMOVE ${sentAt}[0], ${lastHit}`,
      ConditionExpression: `${lastHit} = :id`,
      ExpressionAttributeValues: { ':id': { S: hitId } },
    });
  }

  /** One write, and one more when it locks. A retry after a lost answer counts twice, so the lock comes sooner. */
  async function recordFailure({ key }: Window, now: Millis): Promise<void> {
    const { item = {} } = await items.update(key, {
      UpdateExpression: `SET ${failures} = list_append(:time, if_not_exists(${failures}, :none)), ${expiresAt} = :ttl, #schema = :schema`,
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: {
        ':time': { L: [number(now)] },
        ':none': { L: [] },
        ':ttl': epochSeconds(now + failuresKept + leeway),
        ':schema': number(schemaVersion),
      },
      ReturnValues: 'ALL_NEW',
    });
    const failed = timesOf(item[failures]);
    const until = lockOf(failed);
    if (until > Number(item[lockedUntil]?.N ?? 0)) await lock(key, until);
    await trim(key, failures, failed.length, failuresToLockLong);
  }

  /** Not when a right code has come in between, or when a later failure has locked the target for longer. */
  async function lock(key: WindowKey, until: Millis): Promise<void> {
    await items.update(key, {
      UpdateExpression: `SET ${lockedUntil} = :until`,
      ConditionExpression: `attribute_exists(${failures}[${failuresToLock - 1}]) AND (attribute_not_exists(${lockedUntil}) OR ${lockedUntil} < :until)`,
      ExpressionAttributeValues: { ':until': number(until) },
    });
  }

  /** The condition keeps DynamoDB from making an item where there are no failures. */
  async function clearFailures({ key }: Window): Promise<void> {
    await items.update(key, {
      UpdateExpression: `REMOVE ${failures}, ${lockedUntil}`,
      ConditionExpression: `attribute_exists(${failures})`,
    });
  }

  /** Indexes past the newest `kept` stay past them whatever else is written meanwhile, so this needs no condition. */
  async function trim(key: WindowKey, list: string, length: number, kept: number): Promise<void> {
    if (length <= 2 * kept) return;
    const removed = Math.min(length - kept, maxTrimmedAtOnce);
    // From the last index down: dynalite shifts the list as it removes.
    const tail = Array.from({ length: removed }, (_, i) => `${list}[${length - 1 - i}]`);
    await items.update(key, { UpdateExpression: `REMOVE ${tail.join(', ')}` });
  }
}
