import { attribute, tagged } from '../core/attributes.ts';
import type { TargetWindow } from '../core/target-window.ts';
import type { Millis } from '../core/time.ts';
import type { MarkTable } from '../flows/email-event.ts';
import { type Items, number } from './items.ts';
import { windowItemOf } from './window-item.ts';

const { unreachableUntil } = attribute;

/** Marks in the windows' items. */
export const createMarks = (items: Items): MarkTable => ({
  /** The item is there since the mail was counted, and it outlives the mark: it is kept for longer after each hit. */
  async markUnreachable({ key, lock }: TargetWindow, until: Millis, now: Millis): Promise<void> {
    const { item } = await items.update(key, {
      UpdateExpression: 'SET #until = :until',
      ConditionExpression: `attribute_exists(${attribute.key})`,
      ExpressionAttributeNames: { '#until': tagged(unreachableUntil, lock.person) },
      ExpressionAttributeValues: { ':until': number(until) },
      ReturnValues: 'ALL_NEW',
    });
    // Other persons of the same mailbox, whose marks are over: otherwise the item would grow.
    const over = [...windowItemOf(item).unreachableUntil].filter(([, until]) => until <= now);
    if (over.length === 0) return;
    const marks = over.slice(0, maxAtOnce).map(([person]) => tagged(unreachableUntil, person));
    const names = Object.fromEntries(marks.map((name, i) => [`#mark${i}`, name]));
    await items.update(key, {
      UpdateExpression: `REMOVE ${Object.keys(names).join(', ')}`,
      ExpressionAttributeNames: names,
    });
  },
});

/** Keeps the expression under DynamoDB's 4 KB. */
const maxAtOnce = 40;
