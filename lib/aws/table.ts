import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Challenge } from '../core/challenge.ts';
import { type Limit, longestWindow, marksThatCount, refusal } from '../core/limits.ts';
import type { BudgetKey, ChallengeKey, WindowKey } from '../core/records.ts';
import { day, type Millis, minute, second, toSeconds } from '../core/time.ts';
import type { Hit, SendTable } from '../flows/send.ts';
import type { Measure } from '../metrics.ts';
import { attribute, schemaVersion } from '../names.ts';
import { clientSettings } from './client.ts';

type Item = Record<string, AttributeValue>;
type Update = Omit<UpdateItemCommandInput, 'TableName' | 'Key'>;

/** Long enough to look back over a month of texts. */
const budgetKept: Millis = 35 * day;

/** Clocks of two functions may differ by a little: an item outlives its last window by this much. */
const leeway: Millis = minute;

/** Keeps the expression that trims a list under DynamoDB's 4 KB. */
const mostTrimmedAtOnce = 200;

const { sentAt, lastHit, expiresAt, sent } = attribute;

export function tableClient(endpoint: string | undefined, measure: Measure): DynamoDBClient {
  const client = new DynamoDBClient(clientSettings(endpoint, second, 2));
  // After the step that retries, so that it sees every attempt, those too that a retry makes good.
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (isThrottling(error)) measure({ metric: 'TableThrottled' });
        throw error;
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'measureThrottling' },
  );
  return client;
}

const throttling = new Set(['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'ThrottlingException']);
const isThrottling = (error: unknown): boolean => error instanceof Error && throttling.has(error.name);

export function createTable(client: DynamoDBClient, tableName: string): SendTable {
  return { hit, withdraw, putChallenge, spend };

  /**
   * An exact sliding window in one conditional write. Newest first, `sent_at[max - 1]` is the mark that one more would
   * push past the limit: while it is inside the window the answer is no, however many ask at once.
   */
  async function hit(key: WindowKey, limits: readonly Limit[], now: Millis, hitId: string): Promise<Hit> {
    const mayHit = limits.map(({ max }, i) => {
      const mark = `${sentAt}[${max - 1}]`;
      return `(attribute_not_exists(${mark}) OR ${mark} <= :start${i})`;
    });
    const { applied, item } = await update(key, {
      UpdateExpression: `SET ${sentAt} = list_append(:now, if_not_exists(${sentAt}, :none)), ${lastHit} = :id, ${expiresAt} = :ttl, #schema = :schema`,
      // The first clause: a retry whose first try has landed must not count twice.
      ConditionExpression: [`(attribute_not_exists(${lastHit}) OR ${lastHit} <> :id)`, ...mayHit].join(' AND '),
      ExpressionAttributeNames: { '#schema': attribute.schema },
      ExpressionAttributeValues: {
        ':now': { L: [number(now)] },
        ':none': { L: [] },
        ':id': { S: hitId },
        ':ttl': epochSeconds(now + longestWindow(limits) + leeway),
        ':schema': number(schemaVersion),
        ...Object.fromEntries(limits.map(({ window }, i) => [`:start${i}`, number(now - window)])),
      },
      ReturnValues: 'ALL_NEW',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    // dynalite gives no item back with a failed condition.
    const { [sentAt]: marks, [lastHit]: last } = item ?? (await read(key));
    const accepted = marks?.L?.map(({ N }) => Number(N)) ?? [];

    if (applied) await trim(key, accepted.length, marksThatCount(limits));
    // Not applied, yet the last hit is ours: it had landed, and only its answer was lost.
    if (applied || last?.S === hitId) return { accepted: true, sentAt: accepted };
    return { accepted: false, sentAt: accepted, refusal: refusal(accepted, limits, now) };
  }

  /** Indexes past the newest `kept` stay past them whatever else is written meanwhile, so this needs no condition. */
  async function trim(key: WindowKey, length: number, kept: number): Promise<void> {
    if (length <= 2 * kept) return;
    const removed = Math.min(length - kept, mostTrimmedAtOnce);
    // From the last index down: dynalite shifts the list as it removes.
    const tail = Array.from({ length: removed }, (_, i) => `${sentAt}[${length - 1 - i}]`);
    await update(key, { UpdateExpression: `REMOVE ${tail.join(', ')}` });
  }

  /** Were `last_hit` left in place, a retry of this would take the next mark away too. */
  async function withdraw(key: WindowKey, hitId: string): Promise<void> {
    await update(key, {
      UpdateExpression: `REMOVE ${sentAt}[0], ${lastHit}`,
      ConditionExpression: `${lastHit} = :id`,
      ExpressionAttributeValues: { ':id': { S: hitId } },
    });
  }

  async function putChallenge(challenge: Challenge): Promise<void> {
    const Item = {
      ...keyOf(challenge.key),
      [attribute.schema]: number(schemaVersion),
      [attribute.targetMac]: { B: challenge.targetMac },
      [attribute.codeMac]: { B: challenge.codeMac },
      [attribute.attemptsLeft]: number(challenge.attemptsLeft),
      [attribute.keyId]: { S: challenge.keyId },
      [attribute.issuedAt]: number(challenge.issuedAt),
      [expiresAt]: epochSeconds(challenge.expiresAt),
    };
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
  }

  /** False: the day's budget is spent. */
  async function spend(key: BudgetKey, budget: number, endsAt: Millis): Promise<boolean> {
    const { applied } = await update(key, {
      UpdateExpression: `ADD ${sent} :one SET ${expiresAt} = :ttl, #schema = :schema`,
      ConditionExpression: `attribute_not_exists(${sent}) OR ${sent} < :budget`,
      ExpressionAttributeNames: { '#schema': attribute.schema },
      ExpressionAttributeValues: {
        ':one': number(1),
        ':budget': number(budget),
        ':ttl': epochSeconds(endsAt + budgetKept),
        ':schema': number(schemaVersion),
      },
    });
    return applied;
  }

  async function update(
    key: WindowKey | BudgetKey,
    change: Update,
  ): Promise<{ applied: boolean; item?: Item | undefined }> {
    try {
      const command = new UpdateItemCommand({ TableName: tableName, Key: keyOf(key), ...change });
      return { applied: true, item: (await client.send(command)).Attributes };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return { applied: false, item: error.Item };
      throw error;
    }
  }

  async function read(key: WindowKey): Promise<Item> {
    const command = new GetItemCommand({ TableName: tableName, Key: keyOf(key), ConsistentRead: true });
    return (await client.send(command)).Item ?? {};
  }
}

const keyOf = (key: WindowKey | ChallengeKey | BudgetKey): Item => ({ [attribute.key]: { S: key } });

const number = (value: number): AttributeValue => ({ N: String(value) });

/** Rounded up, so that nothing is deleted early. */
const epochSeconds = (at: Millis): AttributeValue => number(toSeconds(at));
