import { attribute, schemaVersion } from '../core/attributes.ts';
import type { BudgetKey } from '../core/item-keys.ts';
import type { SmsBudget } from '../core/sms-budget.ts';
import { day, type Millis } from '../core/time.ts';
import { epochSeconds, type Items, number } from './items.ts';

/** Long enough to look back over a month. */
const budgetKept: Millis = 35 * day;

const { sent, verified, expiresAt, schema } = attribute;

/** Items that count the texts to one country, or to all others together, on one UTC day. `unretried` tries once. */
export function createBudgets(items: Items, unretried: Items) {
  return { spend, giveBack, countVerified };

  /** False: the day's budget is spent. */
  async function spend({ key, max, endsAt }: SmsBudget): Promise<boolean> {
    const { ExpressionAttributeValues: values, ...change } = oneMore(sent, endsAt);
    const { applied } = await items.update(key, {
      ...change,
      ConditionExpression: `attribute_not_exists(${sent}) OR ${sent} < :max`,
      ExpressionAttributeValues: { ...values, ':max': number(max) },
    });
    return applied;
  }

  /** Tried once: a second try after a lost answer could take back another person's text. */
  async function giveBack({ key }: SmsBudget): Promise<void> {
    await unretried.update(key, {
      UpdateExpression: `SET ${sent} = ${sent} - :one`,
      ConditionExpression: `${sent} >= :one`,
      ExpressionAttributeValues: { ':one': number(1) },
    });
  }

  /** A retry after a lost answer counts twice. */
  async function countVerified(key: BudgetKey, endsAt: Millis): Promise<void> {
    await items.update(key, oneMore(verified, endsAt));
  }
}

const oneMore = (counter: string, endsAt: Millis) => ({
  UpdateExpression: `ADD ${counter} :one SET ${expiresAt} = :ttl, #schema = :schema`,
  ExpressionAttributeNames: { '#schema': schema },
  ExpressionAttributeValues: {
    ':one': number(1),
    ':ttl': epochSeconds(endsAt + budgetKept),
    ':schema': number(schemaVersion),
  },
});
