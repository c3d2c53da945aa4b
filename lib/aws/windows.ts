import { attribute, schemaVersion, tagged } from '../core/attributes.ts';
import { denialOf } from '../core/denial.ts';
import { hitsThatCount, type Limit } from '../core/limits.ts';
import { failuresKept } from '../core/lockout.ts';
import type { Millis } from '../core/time.ts';
import type { Window } from '../core/window.ts';
import { tidyingOf, timesOf, type WindowItem } from '../core/window-item.ts';
import type { Hit } from '../flows/count-hit.ts';
import { absentOr, hasRoom, prepended, timeValues } from './expression.ts';
import { epochSeconds, type Items, leeway, number } from './items.ts';
import { tidy, trimmed } from './tidy.ts';
import { windowItemOf } from './window-item.ts';

const { sentAt, lastHit, shareHits, wrong, lockedUntil, unreachableUntil, revokedAt, expiresAt, schema } = attribute;

/** Items that keep the times of what was accepted. */
export function createWindows(items: Items) {
  return { hit, withdraw };

  /**
   * An exact sliding window in one conditional write. Newest first, `sent_at[max - 1]` is the hit that one more would
   * push past the limit: while it is inside the window the answer is no, however many ask at once.
   */
  async function hit(window: Window, now: Millis, hitId: string): Promise<Hit> {
    const { key, share } = window;
    const { conditions, names, values } = conditionsOf(window, now);
    const written = await items.update(key, {
      UpdateExpression: [
        `SET ${prepended(sentAt)}, ${lastHit} = :id, ${expiresAt} = :ttl, #schema = :schema`,
        ...(share ? [prepended('#hits')] : []),
      ].join(', '),
      // The first clause: a retry whose first try was applied must not count twice.
      ConditionExpression: [absentOr(lastHit, '<> :id'), ...conditions].join(' AND '),
      ExpressionAttributeNames: { '#schema': schema, ...names },
      ExpressionAttributeValues: {
        ...timeValues(now),
        ':id': { S: hitId },
        ':ttl': epochSeconds(now + window.keptFor + leeway),
        ':schema': number(schemaVersion),
        ...values,
      },
      ReturnValues: 'ALL_NEW',
    });
    // dynalite returns no item with a failed condition.
    const item = windowItemOf(written.item ?? (await items.read(key)));
    if (written.applied) await keepSmall(window, item, now);
    // Not applied, yet the last hit is ours: the first try was applied, and only its answer was lost.
    if (written.applied || item.lastHit === hitId) return { accepted: true, hits: item.hits };

    const times = timesOf(item, window);
    // Undefined: what denied has changed since, as only dynalite's read after the write can see.
    const denial = denialOf(window, times, now) ?? { limiter: window.limiter, until: now + 1 };
    return { accepted: false, times, denial };
  }

  /** Also removes `last_hit`; otherwise a retry would remove the next hit too. */
  async function withdraw({ key, share }: Window, hitId: string): Promise<void> {
    await items.update(key, {
      UpdateExpression: `REMOVE ${sentAt}[0], ${lastHit}${share ? ', #hits[0]' : ''}`,
      ConditionExpression: `${lastHit} = :id`,
      ...(share && { ExpressionAttributeNames: { '#hits': tagged(shareHits, share.tag) } }),
      ExpressionAttributeValues: { ':id': { S: hitId } },
    });
  }

  async function keepSmall({ key, limits, share }: Window, item: WindowItem, now: Millis): Promise<void> {
    const ofShare = (share && item.shareHits.get(share.tag)) ?? [];
    const change = trimmed([
      listOf(sentAt, item.hits, limits),
      ...(share ? [listOf(tagged(shareHits, share.tag), ofShare, share.limits)] : []),
    ]);
    if (change) await items.update(key, change);
    const tidying = share && tidyingOf(item, share, now);
    if (tidying) await tidy(items, key, item, tidying, now);
  }
}

/** Twice as many hits as count are kept, so that few hits have to cut. */
function listOf(name: string, { length }: readonly Millis[], limits: readonly Limit[]) {
  const kept = hitsThatCount(limits);
  return { name, length, kept, max: 2 * kept };
}

/** Every clause that allows the hit, and the placeholders in them. */
function conditionsOf({ limits, share, lock, unreachable, issuedAt }: Window, now: Millis) {
  const starts = (prefix: string, of: readonly { readonly window: Millis }[]) =>
    Object.fromEntries(of.map(({ window }, i) => [`:${prefix}${i}`, number(now - window)]));
  const maxWrong = share?.maxWrong;
  return {
    conditions: [
      ...limits.map(({ max }, i) => hasRoom(sentAt, max, `:start${i}`)),
      ...(share ? share.limits.map(({ max }, i) => hasRoom('#hits', max, `:share${i}`)) : []),
      ...(maxWrong ? [`(attribute_not_exists(#wrong[${maxWrong - 1}]) OR #wrong[0] <= :wrong)`] : []),
      ...(lock ? [absentOr(lockedUntil, '<= :now'), absentOr('#locked', '<= :now')] : []),
      ...(unreachable ? [absentOr('#unreachable', '<= :now')] : []),
      ...(issuedAt === undefined ? [] : [absentOr(revokedAt, '<= :issued')]),
    ],
    names: {
      ...(share && { '#hits': tagged(shareHits, share.tag) }),
      ...(share && maxWrong && { '#wrong': tagged(wrong, share.tag) }),
      ...(lock && { '#locked': tagged(lockedUntil, lock.person) }),
      ...(unreachable && { '#unreachable': tagged(unreachableUntil, unreachable) }),
    },
    values: {
      ...starts('start', limits),
      ...starts('share', share?.limits ?? []),
      ...(maxWrong && { ':wrong': number(now - failuresKept) }),
      ...((lock || unreachable) && { ':now': number(now) }),
      ...(issuedAt !== undefined && { ':issued': number(issuedAt) }),
    },
  };
}
