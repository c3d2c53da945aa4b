import { attribute, schemaVersion, tagged } from '../core/attributes.ts';
import { lockedUntil as lockOf } from '../core/lockout.ts';
import type { TargetWindow } from '../core/target-window.ts';
import type { Millis } from '../core/time.ts';
import { runOf } from '../core/window-item.ts';
import { absentOr, prepended, timeValues } from './expression.ts';
import { epochSeconds, type Items, leeway, number } from './items.ts';
import { trimmed } from './tidy.ts';
import { windowItemOf } from './window-item.ts';

const { wrong, failures, lockedUntil, expiresAt, schema } = attribute;

/** Past this many more than count, a list is cut. */
const slack = 10;

/** Wrong codes: a run for each person in each window, and a list for each caller whose challenges they were for. */
export function createFailures(items: Items) {
  return { recordFailure, clearFailures };

  /** One write, and one more when it locks. A retry after a lost answer counts twice, so the lock comes sooner. */
  async function recordFailure(window: TargetWindow, now: Millis): Promise<void> {
    const { key, lock } = window;
    const names = namesOf(window);
    const written = await items.update(key, {
      UpdateExpression: [
        `SET ${prepended('#failures')}, ${expiresAt} = :ttl, #schema = :schema`,
        ...(names['#wrong'] ? [prepended('#wrong')] : []),
      ].join(', '),
      ExpressionAttributeNames: { '#schema': schema, ...names },
      ExpressionAttributeValues: {
        ...timeValues(now),
        ':ttl': epochSeconds(now + window.keptFor + leeway),
        ':schema': number(schemaVersion),
      },
      ReturnValues: 'ALL_NEW',
    });
    const item = windowItemOf(written.item);
    const own = item.failures.get(lock.person) ?? [];
    const until = lockOf(runOf(item, lock.person), lock.lockout);
    if (until > (item.lockedUntil.get(lock.person) ?? 0)) await lockPerson(window, own.length, until);
    const ofCaller = (window.share && item.wrong.get(window.share.tag)) ?? [];
    await cut(window, own.length, ofCaller.length);
  }

  /** Not when a right code has come in between, or when a later failure has locked the window for longer. */
  async function lockPerson({ key, lock }: TargetWindow, length: number, until: Millis): Promise<void> {
    await items.update(key, {
      UpdateExpression: 'SET #locked = :until',
      ConditionExpression: `attribute_exists(#failures[${length - 1}]) AND ${absentOr('#locked', '< :until')}`,
      ExpressionAttributeNames: {
        '#failures': tagged(failures, lock.person),
        '#locked': tagged(lockedUntil, lock.person),
      },
      ExpressionAttributeValues: { ':until': number(until) },
    });
  }

  async function cut({ key, share, lock: { person, lockout } }: TargetWindow, length: number, ofShare: number) {
    const kept = lockout.toLockLong;
    const change = trimmed([
      { name: tagged(failures, person), length, kept, max: kept + slack },
      ...(share?.maxWrong
        ? [
            {
              name: tagged(wrong, share.tag),
              length: ofShare,
              kept: share.maxWrong,
              max: share.maxWrong + slack,
            },
          ]
        : []),
    ]);
    if (change) await items.update(key, change);
  }

  /**
   * After a right code: the person's run and lock in this window, the common ones, and the wrong codes of whoever asked for
   * it. The condition keeps DynamoDB from making an item where there are none.
   */
  async function clearFailures(window: TargetWindow): Promise<void> {
    const names = { ...namesOf(window), '#locked': tagged(lockedUntil, window.lock.person) };
    const lists = ['#failures', failures, ...(names['#wrong'] ? ['#wrong'] : [])];
    await items.update(window.key, {
      UpdateExpression: `REMOVE ${[...lists, '#locked', lockedUntil].join(', ')}`,
      ConditionExpression: lists.map((list) => `attribute_exists(${list})`).join(' OR '),
      ExpressionAttributeNames: names,
    });
  }
}

const namesOf = ({ share, lock }: TargetWindow): { '#failures': string; '#wrong'?: string } => ({
  '#failures': tagged(failures, lock.person),
  ...(share?.maxWrong && { '#wrong': tagged(wrong, share.tag) }),
});
