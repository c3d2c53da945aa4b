import { attribute, schemaVersion } from '../core/attributes.ts';
import type { CountedText } from '../core/challenge.ts';
import { type DayOfTexts, historyDays } from '../core/guard.ts';
import { type BlockKey, type BudgetKey, firstTextKey } from '../core/item-keys.ts';
import { day, type Millis } from '../core/time.ts';
import type { CountedInDay } from '../flows/guard.ts';
import { oneFewer, oneMore, textsIn } from './budgets.ts';
import { absentOr } from './expression.ts';
import { type Items, leeway, number } from './items.ts';

/** As long as the guard looks back. */
const blockKept: Millis = (historyDays + 1) * day + leeway;

const { verified, unanswered, firstTextAt, schema } = attribute;

/** What the guard counts and reads beside the budgets. `unretried` tries once. */
export function createTexts(items: Items, unretried: Items) {
  return { countInBlock, giveBackInBlock, countAnswered, readDays, readFirstTextAt };

  async function countInBlock(key: BlockKey, now: Millis, maxUnanswered?: number): Promise<CountedInDay> {
    const { ExpressionAttributeValues: values, ...change } = oneMore([unanswered], now + blockKept);
    const written = await items.update(key, {
      ...change,
      ...(maxUnanswered !== undefined && { ConditionExpression: absentOr(unanswered, '< :max') }),
      ExpressionAttributeValues: { ...values, ...(maxUnanswered !== undefined && { ':max': number(maxUnanswered) }) },
      ReturnValues: 'ALL_NEW',
    });
    // dynalite returns no item with a failed condition.
    return { counted: written.applied, day: textsIn(written.item ?? (await items.read(key))) };
  }

  /** Tried once: a second try after a lost answer could take back another person's text. */
  async function giveBackInBlock(key: BlockKey): Promise<void> {
    await unretried.update(key, oneFewer([unanswered]));
  }

  /** Tried once, for the same reason: a text that wrongly stays unanswered costs less than one that wrongly does not. */
  async function countAnswered({ budget, block }: CountedText): Promise<void> {
    const keys = block ? [budget, block] : [budget];
    const { UpdateExpression: subtract, ...condition } = oneFewer([unanswered]);
    const change = { UpdateExpression: `${subtract} ADD ${verified} :one`, ...condition };
    await Promise.all(keys.map((key) => unretried.update(key, change)));
  }

  /** Days without texts are all zeros. */
  async function readDays(keys: readonly (BudgetKey | BlockKey)[]): Promise<readonly DayOfTexts[]> {
    const found = await items.readAll(keys);
    return keys.map((key) => textsIn(found.get(key)));
  }

  /** Notes `now` if there is none. */
  async function readFirstTextAt(now: Millis): Promise<Millis> {
    const { item } = await items.update(firstTextKey, {
      UpdateExpression: `SET ${firstTextAt} = if_not_exists(${firstTextAt}, :now), #schema = :schema`,
      ExpressionAttributeNames: { '#schema': schema },
      ExpressionAttributeValues: { ':now': number(now), ':schema': number(schemaVersion) },
      ReturnValues: 'ALL_NEW',
    });
    return Number(item?.[firstTextAt]?.N ?? now);
  }
}
