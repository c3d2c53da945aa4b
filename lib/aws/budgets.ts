import { attribute, schemaVersion } from '../core/attributes.ts';
import { type Budget, strangersPart } from '../core/budget.ts';
import { day, type Millis } from '../core/time.ts';
import type { Spent } from '../flows/spend.ts';
import { absentOr } from './expression.ts';
import { epochSeconds, type Item, type Items, number } from './items.ts';

/** Long enough to look back over a month. */
const budgetKept: Millis = 35 * day;

const { sent, strangers, verified, unanswered, expiresAt, schema } = attribute;

/** Items that count one UTC day's mails, or texts to one country, or to all others together. `unretried` tries once. */
export function createBudgets(items: Items, unretried: Items) {
  return { spend, giveBack };

  async function spend(budget: Budget, byStranger: boolean, maxUnanswered?: number): Promise<Spent> {
    const { key, max, endsAt } = budget;
    const { ExpressionAttributeValues: values, ...change } = oneMore(counters(budget, byStranger), endsAt + budgetKept);
    const written = await items.update(key, {
      ...change,
      ConditionExpression: [
        absentOr(sent, '< :max'),
        ...(byStranger ? [absentOr(strangers, '< :part')] : []),
        ...(maxUnanswered === undefined ? [] : [absentOr(unanswered, '< :unanswered')]),
      ].join(' AND '),
      ExpressionAttributeValues: {
        ...values,
        ':max': number(max),
        ...(byStranger && { ':part': number(strangersPart(max)) }),
        ...(maxUnanswered !== undefined && { ':unanswered': number(maxUnanswered) }),
      },
      ReturnValues: 'ALL_NEW',
    });
    // dynalite returns no item with a failed condition. Only the guard has to know what failed.
    const item = written.item ?? (maxUnanswered === undefined ? undefined : await items.read(key));
    return {
      counted: written.applied,
      day: { ...textsIn(item), sent: countIn(item, sent), strangers: countIn(item, strangers) },
    };
  }

  /** Tried once: a second try after a lost answer could take back another person's message. */
  async function giveBack(budget: Budget, byStranger: boolean): Promise<void> {
    await unretried.update(budget.key, oneFewer(counters(budget, byStranger)));
  }
}

/** Who answers mails is not counted. */
const counters = ({ limiter }: Budget, byStranger: boolean): readonly string[] => [
  sent,
  ...(byStranger ? [strangers] : []),
  ...(limiter === 'sms-budget' ? [unanswered] : []),
];

export const oneMore = (of: readonly string[], keptUntil: Millis) => ({
  UpdateExpression: `ADD ${of.map((counter) => `${counter} :one`).join(', ')} SET ${expiresAt} = :ttl, #schema = :schema`,
  ExpressionAttributeNames: { '#schema': schema },
  ExpressionAttributeValues: {
    ':one': number(1),
    ':ttl': epochSeconds(keptUntil),
    ':schema': number(schemaVersion),
  },
});

/** None goes below 0. */
export const oneFewer = (of: readonly string[]) => ({
  UpdateExpression: `SET ${of.map((counter) => `${counter} = ${counter} - :one`).join(', ')}`,
  ConditionExpression: of.map((counter) => `${counter} >= :one`).join(' AND '),
  ExpressionAttributeValues: { ':one': number(1) },
});

export const textsIn = (item: Item | undefined) => ({
  verified: countIn(item, verified),
  unanswered: countIn(item, unanswered),
});

const countIn = (item: Item | undefined, counter: string): number => Number(item?.[counter]?.N ?? 0);
