import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createTable, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { loopback } from '../../infra/local/server.ts';
import type { OursQuestion, OursReply } from './ours.ts';
import { startWorker } from './process.ts';

/** `caller`, `target`, `code`, `email` or `sms`, as the key of an item begins. */
export const kindOf = (key: string): string => key.split('#')[0] ?? '';

/** What an item of each kind weighs once an email and a text have been sent for the first time. */
export async function measureItems(ours: string, env: NodeJS.ProcessEnv): Promise<Record<string, number>> {
  const dynamodb = await startDynamoDb(0, loopback);
  const client = new DynamoDBClient({ endpoint: dynamodb.url });
  try {
    const TableName = String(env.TABLE_NAME);
    await createTable(dynamodb.url, TableName);
    const toTable = { ...env, AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url };
    await using worker = startWorker<OursQuestion, OursReply>('ours.ts', [ours], toTable);
    for (const channel of ['email', 'sms'] as const) await worker.ask({ channel, requests: 1 });
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    return Object.fromEntries(Items.map((item) => [kindOf(item.pk?.S ?? ''), itemBytes(item)]));
  } finally {
    client.destroy();
    await dynamodb.close();
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */
export const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes({ S, N, B, L }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.replace(/^-?0*|\.|0+$/g, '').length / 2) + 1;
  if (B !== undefined) return B.length;
  if (L !== undefined) return 3 + L.reduce((sum, value) => sum + 1 + valueBytes(value), 0);
  throw new Error('no item of ours holds a value of this type');
}

/** A write is charged by the KB, begun ones in full. */
export const writeUnits = (bytes: number): number => Math.ceil(bytes / 1024);
