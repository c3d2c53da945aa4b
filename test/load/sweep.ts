import { setTimeout as pause } from 'node:timers/promises';
import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { tableName } from '../../infra/local/settings.ts';
import { epochSeconds } from '../../lib/aws/items.ts';
import { attribute } from '../../lib/core/attributes.ts';
import { sweepEvery } from './plan.ts';

/** Deletes what has expired, as DynamoDB does by itself, in small steps. It ends with the signal. */
export async function sweep(endpoint: string, signal: AbortSignal): Promise<void> {
  const client = new DynamoDBClient({ endpoint });
  const { key, expiresAt } = attribute;
  while (!signal.aborted) {
    let from: ScanCommand['input']['ExclusiveStartKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: tableName,
          Limit: 50,
          ProjectionExpression: key,
          FilterExpression: `${expiresAt} < :now`,
          ExpressionAttributeValues: { ':now': epochSeconds(Date.now()) },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const Key of Items) await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
      from = LastEvaluatedKey;
      await pause(50);
    } while (from && !signal.aborted);
    await pause(sweepEvery, undefined, { signal }).catch(() => {});
  }
  client.destroy();
}
