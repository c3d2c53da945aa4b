import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { second } from '../core/time.ts';
import type { MarkTable } from '../flows/email-event.ts';
import type { SendTable } from '../flows/send.ts';
import type { VerifyTable } from '../flows/verify.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { createBudgets } from './budgets.ts';
import { createChallenges } from './challenges.ts';
import { clientSettings } from './client.ts';
import { createFailures } from './failures.ts';
import { createItems } from './items.ts';
import { lean } from './lean/lean.ts';
import { createMarks } from './marks.ts';
import { createTexts } from './texts.ts';
import { createWindows } from './windows.ts';

/** The service's table. Closing it closes the connections it opened. */
export interface Table extends SendTable, VerifyTable {
  close(): void;
}

export function createTable(endpoint: string | undefined, tableName: string, runtime: TableRuntime): Table {
  const client = tableClient(endpoint, runtime, 2);
  // Made without a call, so it costs nothing until something is given back.
  const unretried = tableClient(endpoint, runtime, 1);
  const items = createItems(client, tableName);
  const once = createItems(unretried, tableName);
  return {
    ...createWindows(items),
    ...createFailures(items),
    ...createChallenges(items),
    ...createBudgets(items, once),
    ...createTexts(items, once),
    close() {
      client.destroy();
      unretried.destroy();
    },
  };
}

/** What the function that hears of bounces does with the table. */
export const createMarksIn = (endpoint: string | undefined, tableName: string, runtime: TableRuntime): MarkTable =>
  createMarks(createItems(tableClient(endpoint, runtime, 2), tableName));

type TableRuntime = Pick<Runtime, 'measure' | 'patience'>;

function tableClient(
  endpoint: string | undefined,
  { measure, patience }: TableRuntime,
  attempts: number,
): DynamoDBClient {
  const client = lean(new DynamoDBClient(clientSettings(endpoint, second, attempts, patience)));
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
