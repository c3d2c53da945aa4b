import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { second } from '../core/time.ts';
import type { SendTable } from '../flows/send.ts';
import type { VerifyTable } from '../flows/verify.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { createBudgets } from './budgets.ts';
import { createChallenges } from './challenges.ts';
import { clientSettings } from './client.ts';
import { createItems } from './items.ts';
import { createWindows } from './windows.ts';

export function createTable(client: DynamoDBClient, tableName: string): SendTable & VerifyTable {
  const items = createItems(client, tableName);
  return { ...createWindows(items), ...createChallenges(items), ...createBudgets(items) };
}

export function tableClient(
  endpoint: string | undefined,
  { measure, patience }: Pick<Runtime, 'measure' | 'patience'>,
): DynamoDBClient {
  const client = new DynamoDBClient(clientSettings(endpoint, patience * second, 2));
  // After the step that retries: so it sees every attempt, also those that a retry makes good.
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
