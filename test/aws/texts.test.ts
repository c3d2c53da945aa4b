import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTable as provisionTable } from '../../infra/local/dynamodb.ts';
import type { Running } from '../../infra/local/server.ts';
import { createTable, type Table } from '../../lib/aws/table.ts';
import type { Budget } from '../../lib/core/budget.ts';
import type { BlockKey, BudgetKey } from '../../lib/core/item-keys.ts';
import { day } from '../../lib/core/time.ts';
import { patient, startTestDynamoDb } from '../support/dynamodb.ts';
import { startStub } from '../support/stub-server.ts';

const tableName = `texts-test-${process.pid}-${Date.now()}`;
let dynamodb: Running;
let table: Table;
beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
  await provisionTable(dynamodb.url, tableName);
  table = createTable(dynamodb.url, tableName, patient);
});
afterAll(async () => {
  table.close();
  await dynamodb.close();
});

const now = Date.UTC(2026, 10, 28);
const some = (): string => randomBytes(6).toString('hex');
const someBudget = (max = 100): Budget => ({
  limiter: 'sms-budget',
  key: `sms#${some()}#2026-11-28` as BudgetKey,
  max,
  endsAt: now + day,
});
const someBlock = () => `block#${some()}#2026-11-28` as BlockKey;
const textsOf = async (key: BudgetKey | BlockKey) => (await table.readDays([key]))[0];

describe.each([
  ['a country', () => someBudget(), (budget: Budget, max?: number) => table.spend(budget, true, max)],
  [
    'a number block',
    () => ({ key: someBlock() }),
    ({ key }: { key: string }, max?: number) => table.countInBlock(key as BlockKey, now, max),
  ],
])('texts to %s', (_, make, count: (of: never, max?: number) => Promise<{ counted: boolean; day: object }>) => {
  test('are counted up to as many as may be unanswered, however many are asked for at once', async () => {
    const made = make();
    const asked = await Promise.all(Array.from({ length: 30 }, () => count(made as never, 7)));
    expect(asked.filter(({ counted }) => counted)).toHaveLength(7);
    expect(asked.find(({ counted }) => !counted)?.day).toMatchObject({ unanswered: 7, verified: 0 });
    expect(await count(made as never, 8)).toMatchObject({ counted: true, day: { unanswered: 8 } });
    expect(await count(made as never)).toMatchObject({ counted: true, day: { unanswered: 9 } });
  });
});

test('an answered text leaves its country and its block, and none falls below nothing', async () => {
  const [budget, block] = [someBudget(), someBlock()];
  for (let i = 0; i < 2; i++) await table.spend(budget, true);
  await table.countInBlock(block, now);
  await table.countAnswered({ budget: budget.key, block });
  expect(await textsOf(budget.key)).toEqual({ verified: 1, unanswered: 1 });
  expect(await textsOf(block)).toEqual({ verified: 1, unanswered: 0 });
  await table.countAnswered({ budget: budget.key, block });
  await table.countAnswered({ budget: budget.key });
  expect(await textsOf(budget.key)).toEqual({ verified: 2, unanswered: 0 });
  expect(await textsOf(block)).toEqual({ verified: 1, unanswered: 0 });
});

test('what is given back is no longer unanswered', async () => {
  const [budget, block] = [someBudget(), someBlock()];
  await table.spend(budget, true);
  await table.countInBlock(block, now);
  for (let i = 0; i < 2; i++) {
    await table.giveBack(budget, true);
    await table.giveBackInBlock(block);
  }
  expect(await table.readDays([budget.key, block])).toEqual(Array(2).fill({ verified: 0, unanswered: 0 }));
});

test('days are read in the order they were asked for, in one call, and a day without texts is all zeros', async () => {
  const [one, other, absent] = [someBudget(), someBudget(), someBudget()];
  for (const { budget, times } of [
    { budget: one, times: 1 },
    { budget: other, times: 3 },
  ]) {
    for (let i = 0; i < times; i++) await table.spend(budget, false);
  }
  const read = await table.readDays([other.key, absent.key, one.key]);
  expect(read.map(({ unanswered }) => unanswered)).toEqual([3, 0, 1]);
});

test('days that DynamoDB did not read are not taken for days without texts', async () => {
  const key = someBudget().key;
  const left = { Responses: {}, UnprocessedKeys: { [tableName]: { Keys: [{ pk: { S: key } }] } } };
  const stub = await startStub((response) => response.end(JSON.stringify(left)));
  const other = createTable(stub.url, tableName, patient);
  try {
    await expect(other.readDays([key])).rejects.toThrow('did not read');
  } finally {
    other.close();
    await stub.close();
  }
});

test('the first text stays the first', async () => {
  expect([await table.readFirstTextAt(1_000), await table.readFirstTextAt(2_000)]).toEqual([1_000, 1_000]);
});

test('what subtracts is tried once: after a lost answer a second try could take away another text', async () => {
  const stub = await startStub((response) => response.destroy());
  const other = createTable(stub.url, tableName, patient);
  try {
    await expect(other.giveBackInBlock(someBlock())).rejects.toThrow();
    await expect(other.countAnswered({ budget: someBudget().key })).rejects.toThrow();
    expect(stub.bodies).toHaveLength(2);
  } finally {
    other.close();
    await stub.close();
  }
});
