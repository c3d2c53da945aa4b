import { attribute, schemaVersion } from '../core/attributes.ts';
import { type Budget, strangersPart } from '../core/budget.ts';
import type { BudgetKey } from '../core/item-keys.ts';
import { day, type Millis } from '../core/time.ts';
import { absentOr } from './expression.ts';
import { epochSeconds, type Items, number } from './items.ts';

/** Long enough to look back over a month. */
const budgetKept: Millis = 35 * day;

const { sent, strangers, verified, expiresAt, schema } = attribute;

/** Items that count one UTC day's mails, or texts to one country, or to all others together. `unretried` tries once. */
export function createBudgets(items: Items, unretried: Items) {
  return { spend, giveBack, countVerified };

  async function spend({ key, max, endsAt }: Budget, byStranger: boolean): Promise<number | undefined> {
    const { ExpressionAttributeValues: values, ...change } = oneMore(counters(byStranger), endsAt);
    const { applied, item } = await items.update(key, {
      ...change,
      ConditionExpression: [absentOr(sent, '< :max'), ...(byStranger ? [absentOr(strangers, '< :part')] : [])].join(
        ' AND ',
      ),
      ExpressionAttributeValues: {
        ...values,
        ':max': number(max),
        ...(byStranger && { ':part': number(strangersPart(max)) }),
      },
      ReturnValues: 'ALL_NEW',
    });
    return applied ? Number(item?.[sent]?.N) : undefined;
  }

  /** Tried once: a second try after a lost answer could take back another person's message. */
  async function giveBack({ key }: Budget, byStranger: boolean): Promise<void> {
    const counted = counters(byStranger);
    await unretried.update(key, {
      UpdateExpression: `SET ${counted.map((counter) => `${counter} = ${counter} - :one`).join(', ')}`,
      ConditionExpression: counted.map((counter) => `${counter} >= :one`).join(' AND '),
      ExpressionAttributeValues: { ':one': number(1) },
    });
  }

  /** A retry after a lost answer counts twice. */
  async function countVerified(key: BudgetKey, endsAt: Millis): Promise<void> {
    await items.update(key, oneMore([verified], endsAt));
  }
}

const counters = (byStranger: boolean): readonly string[] => (byStranger ? [sent, strangers] : [sent]);

const oneMore = (of: readonly string[], endsAt: Millis) => ({
  UpdateExpression: `ADD ${of.map((counter) => `${counter} :one`).join(', ')} SET ${expiresAt} = :ttl, #schema = :schema`,
  ExpressionAttributeNames: { '#schema': schema },
  ExpressionAttributeValues: {
    ':one': number(1),
    ':ttl': epochSeconds(endsAt + budgetKept),
    ':schema': number(schemaVersion),
  },
});
