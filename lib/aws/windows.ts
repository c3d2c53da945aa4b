import { attribute, schemaVersion } from '../core/attributes.ts';
import type { WindowKey } from '../core/item-keys.ts';
import { type Limit, marksThatCount, maxWindow, refusal } from '../core/limits.ts';
import { failuresKept, failuresToLock, failuresToLockLong, lockedUntil as lockOf } from '../core/lockout.ts';
import type { Millis } from '../core/time.ts';
import type { Hit } from '../flows/count-hit.ts';
import { epochSeconds, type Items, leeway, marksOf, number } from './items.ts';

/** Keeps the expression that trims a list under DynamoDB's 4 KB. */
const maxTrimmedAtOnce = 200;

const { sentAt, lastHit, failures, lockedUntil, expiresAt, schema } = attribute;

/** Items that keep times: of what was accepted, and of codes that were wrong. */
export function createWindows(items: Items) {
  return { hit, withdraw, fail, forgive };

  /**
   * An exact sliding window in one conditional write. Newest first, `sent_at[max - 1]` is the mark that one more would
   * push past the limit: while it is inside the window the answer is no, however many ask at once.
   */
  async function hit(
    key: WindowKey,
    limits: readonly Limit[],
    now: Millis,
    hitId: string,
    keptFor: Millis = maxWindow(limits),
  ): Promise<Hit> {
    const mayHit = limits.map(({ max }, i) => {
      const mark = `${sentAt}[${max - 1}]`;
      return `(attribute_not_exists(${mark}) OR ${mark} <= :start${i})`;
    });
    const { applied, item } = await items.update(key, {
      UpdateExpression: `SET ${sentAt} = list_append(:mark, if_not_exists(${sentAt}, :none)), ${lastHit} = :id, ${expiresAt} = :ttl, #schema = :schema`,
      ConditionExpression: [
        // A retry whose first try has landed must not count twice.
        `(attribute_not_exists(${lastHit}) OR ${lastHit} <> :id)`,
        `(attribute_not_exists(${lockedUntil}) OR ${lockedUntil} <= :now)`,
        ...mayHit,
      ].join(' AND '),
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: {
        ':mark': { L: [number(now)] },
        ':none': { L: [] },
        ':id': { S: hitId },
        ':now': number(now),
        ':ttl': epochSeconds(now + keptFor + leeway),
        ':schema': number(schemaVersion),
        ...Object.fromEntries(limits.map(({ window }, i) => [`:start${i}`, number(now - window)])),
      },
      ReturnValues: 'ALL_NEW',
    });
    // dynalite gives no item back with a failed condition.
    const { [sentAt]: marks, [lastHit]: last, [lockedUntil]: until } = item ?? (await items.read(key)) ?? {};
    const accepted = marksOf(marks);

    if (applied) await trim(key, sentAt, accepted.length, marksThatCount(limits));
    // Not applied, yet the last hit is ours: it had landed, and only its answer was lost.
    if (applied || last?.S === hitId) return { accepted: true, sentAt: accepted };
    return { accepted: false, sentAt: accepted, refusal: refusal(accepted, limits, now, Number(until?.N ?? 0)) };
  }

  /** Were `last_hit` left in place, a retry of this would take the next mark away too. */
  async function withdraw(key: WindowKey, hitId: string): Promise<void> {
    await items.update(key, {
      UpdateExpression: `REMOVE ${sentAt}[0], ${lastHit}`,
      ConditionExpression: `${lastHit} = :id`,
      ExpressionAttributeValues: { ':id': { S: hitId } },
    });
  }

  /** One write, and one more when it locks. A retry after a lost answer counts twice, which locks the sooner. */
  async function fail(key: WindowKey, now: Millis): Promise<void> {
    const { item = {} } = await items.update(key, {
      UpdateExpression: `SET ${failures} = list_append(:mark, if_not_exists(${failures}, :none)), ${expiresAt} = :ttl, #schema = :schema`,
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: {
        ':mark': { L: [number(now)] },
        ':none': { L: [] },
        ':ttl': epochSeconds(now + failuresKept + leeway),
        ':schema': number(schemaVersion),
      },
      ReturnValues: 'ALL_NEW',
    });
    const failed = marksOf(item[failures]);
    const until = lockOf(failed);
    if (until > Number(item[lockedUntil]?.N ?? 0)) await lock(key, until);
    await trim(key, failures, failed.length, failuresToLockLong);
  }

  /** Unless a right code has come between, or a later failure has locked it for longer. */
  async function lock(key: WindowKey, until: Millis): Promise<void> {
    await items.update(key, {
      UpdateExpression: `SET ${lockedUntil} = :until`,
      ConditionExpression: `attribute_exists(${failures}[${failuresToLock - 1}]) AND (attribute_not_exists(${lockedUntil}) OR ${lockedUntil} < :until)`,
      ExpressionAttributeValues: { ':until': number(until) },
    });
  }

  /** The condition keeps an item from being made where there is nothing to forgive. */
  async function forgive(key: WindowKey): Promise<void> {
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
