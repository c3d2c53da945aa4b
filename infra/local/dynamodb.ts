import type { IncomingMessage } from 'node:http';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { attribute } from '../../lib/core/attributes.ts';
import { listen, type Running } from './server.ts';

/** In memory, gone when it stops. */
export function startDynamoDb(port: number, host: string): Promise<Running> {
  const server = dynalite({ createTableMs: 0 });
  // dynalite throws when a request breaks off, and all else with it.
  server.on('request', (request: IncomingMessage) => request.removeAllListeners('error').on('error', () => {}));
  return listen(server, port, host);
}

/** dynalite and DynamoDB Local know no TTL setting; nothing of ours relies on deletion. */
export async function createTable(endpoint: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint });
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: attribute.key, AttributeType: 'S' }],
        KeySchema: [{ AttributeName: attribute.key, KeyType: 'HASH' }],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error; // there already
  } finally {
    client.destroy();
  }
}
