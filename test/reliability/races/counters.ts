import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { Counter } from './history.ts';

/** What the table has counted in its budgets. */
export async function readCounters(endpoint: string, TableName: string): Promise<readonly Counter[]> {
  const client = new DynamoDBClient({ endpoint });
  const counters: Counter[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    for (const { pk, sent, strangers } of Items) {
      const budget = /^(email|sms#[^#]+)#\d{4}-/.exec(pk?.S ?? '')?.[1];
      if (budget) counters.push({ budget, sent: Number(sent?.N ?? 0), strangers: Number(strangers?.N ?? 0) });
    }
  }
  client.destroy();
  return counters;
}
