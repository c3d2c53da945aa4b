import type { IncomingMessage } from 'node:http';
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { attribute } from '../../lib/core/attributes.ts';
import { listen, type Running } from './server.ts';

/** A table in memory: it is lost when the process ends. */
export function startDynamoDb(port: number, host: string): Promise<Running> {
  const server = dynalite({ createTableMs: 0 });
  // When a client breaks off a request, dynalite throws, and that would end the whole process.
  server.on('request', (request: IncomingMessage) => request.removeAllListeners('error').on('error', () => {}));
  return listen(server, port, host);
}

/** Without TTL, which dynalite and DynamoDB Local do not have: our code treats expired items as absent. */
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
    if (!(error instanceof ResourceInUseException)) throw error; // the table exists already
  } finally {
    client.destroy();
  }
}
