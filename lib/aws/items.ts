import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { attribute } from '../core/attributes.ts';
import type { BlockKey, BudgetKey, ChallengeKey, FirstTextKey, WindowKey } from '../core/item-keys.ts';
import { type Millis, minute, toSeconds } from '../core/time.ts';

export type Item = Record<string, AttributeValue>;
export type ItemKey = WindowKey | ChallengeKey | BudgetKey | BlockKey | FirstTextKey;

/** The result of a conditional write. */
export interface Written {
  readonly applied: boolean;
  /** Applied: as it is now. Not applied: as it was, but dynalite returns none. */
  readonly item: Item | undefined;
  /** The SDK tried twice: the condition may have failed because the first try was applied and its answer was lost. */
  readonly retried: boolean;
}

export type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key'>;
type Condition = Required<Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>>;

/** The items of one table. */
export interface Items {
  read(key: ItemKey): Promise<Item | undefined>;
  /** At most 100, in one call, a moment behind. What is not there is absent. */
  readAll(keys: readonly ItemKey[]): Promise<ReadonlyMap<ItemKey, Item>>;
  update(key: ItemKey, change: Update): Promise<Written>;
  put(item: Item, condition: Condition): Promise<Written>;
  remove(key: ItemKey, condition: Condition): Promise<Written>;
}

/** The clocks of two functions may differ a little, so an item outlives its purpose by this much. */
export const leeway: Millis = minute;

const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

export function createItems(client: DynamoDBClient, TableName: string): Items {
  return {
    async read(key) {
      return (await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true }))).Item;
    },
    async readAll(keys) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys.map(keyOf) } } }),
      );
      // Some are left where the table is throttled. Taken for absent, they would look like days without texts.
      if (UnprocessedKeys?.[TableName]) throw new Error('DynamoDB did not read all items');
      return new Map(Responses?.[TableName]?.map((item) => [item[attribute.key]?.S as ItemKey, item]));
    },
    update: (key, change) =>
      written(
        client.send(
          new UpdateItemCommand({ TableName, Key: keyOf(key), ...(change.ConditionExpression && withOld), ...change }),
        ),
      ),
    put: (Item, condition) => written(client.send(new PutItemCommand({ TableName, Item, ...withOld, ...condition }))),
    remove: (key, condition) =>
      written(client.send(new DeleteItemCommand({ TableName, Key: keyOf(key), ...withOld, ...condition }))),
  };
}

async function written(sent: Promise<{ Attributes?: Item | undefined }>): Promise<Written> {
  try {
    return { applied: true, item: (await sent).Attributes, retried: false };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { applied: false, item: error.Item, retried: error.$metadata.attempts !== 1 };
  }
}

export const keyOf = (key: ItemKey): Item => ({ [attribute.key]: { S: key } });

export const number = (value: number): AttributeValue => ({ N: String(value) });

/** Rounded up, so that nothing is deleted early. */
export const epochSeconds = (at: Millis): AttributeValue => number(toSeconds(at));

/** Times, newest first. */
export const timesIn = (list: AttributeValue | undefined): readonly Millis[] =>
  list?.L?.map(({ N }) => Number(N)) ?? [];
