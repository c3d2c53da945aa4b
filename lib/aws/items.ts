import {
  type AttributeValue,
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
import type { BudgetKey, ChallengeKey, WindowKey } from '../core/item-keys.ts';
import { type Millis, minute, toSeconds } from '../core/time.ts';

export type Item = Record<string, AttributeValue>;
export type ItemKey = WindowKey | ChallengeKey | BudgetKey;

/** What became of a conditional write. */
export interface Written {
  readonly applied: boolean;
  /** As it is now when applied, as it was when not; dynalite gives none with a failed condition. */
  readonly item: Item | undefined;
  /** The SDK tried twice: a condition may have failed because the first try, whose answer was lost, had landed. */
  readonly retried: boolean;
}

type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key'>;
type Condition = Required<Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>>;

/** One table, one item at a time. */
export interface Items {
  read(key: ItemKey): Promise<Item | undefined>;
  update(key: ItemKey, change: Update): Promise<Written>;
  put(item: Item, condition: Condition): Promise<Written>;
  remove(key: ItemKey, condition: Condition): Promise<Written>;
}

/** Clocks of two functions may differ by a little: an item outlives what it is for by this much. */
export const leeway: Millis = minute;

const withOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

export function createItems(client: DynamoDBClient, TableName: string): Items {
  return {
    async read(key) {
      return (await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true }))).Item;
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
export const timesOf = (list: AttributeValue | undefined): readonly Millis[] =>
  list?.L?.map(({ N }) => Number(N)) ?? [];
