import { randomBytes } from 'node:crypto';
import { type AttributeValue, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable as provisionTable } from '../../infra/local/dynamodb.ts';
import type { Running } from '../../infra/local/server.ts';
import { createTable as createRealTable, type Table } from '../../lib/aws/table.ts';
import type { Budget } from '../../lib/core/budget.ts';
import { issueChallenge } from '../../lib/core/challenge.ts';
import { challengeId } from '../../lib/core/challenge-id.ts';
import type { BudgetKey, ChallengeKey } from '../../lib/core/item-keys.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { day, minute, second } from '../../lib/core/time.ts';
import type { Window } from '../../lib/core/window.ts';
import { patient, startTestDynamoDb } from '../support/dynamodb.ts';
import { limitsOf } from '../support/histories.ts';
import { createModelTable } from '../support/model-table.ts';
import { startStub } from '../support/stub-server.ts';
import { byStranger, someWindow } from '../support/windows.ts';

const tableName = `table-test-${process.pid}-${Date.now()}`;
let dynamodb: Running;
let client: DynamoDBClient;
let table: Table;

beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
  await provisionTable(dynamodb.url, tableName);
  client = new DynamoDBClient({ endpoint: dynamodb.url });
  table = createRealTable(dynamodb.url, tableName, patient);
});
afterAll(async () => {
  client.destroy();
  table.close();
  await dynamodb.close();
});

const newId = () => randomBytes(12).toString('base64url');
const once = [{ max: 1, window: minute }];

async function item(key: string): Promise<Record<string, AttributeValue>> {
  const command = new GetItemCommand({ TableName: tableName, Key: { pk: { S: key } }, ConsistentRead: true });
  return (await client.send(command)).Item ?? {};
}
const hitsIn = async ({ key }: Window): Promise<number[]> =>
  ((await item(key)).sent_at?.L ?? []).map(({ N }) => Number(N));

describe('against the model', () => {
  const step = fc.record({
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000 })),
    act: fc.constantFrom('hit', 'hit', 'hit', 'hit', 'repeat', 'withdraw', 'withdraw twice'),
  });

  test('accepts the same hits, names the same waits and keeps the same marks, over any history', async () => {
    await fc.assert(
      fc.asyncProperty(limitsOf(4), fc.array(step, { minLength: 1, maxLength: 20 }), async (limits, steps) => {
        const model = createModelTable();
        const window = someWindow(limits);
        let now = 1_800_000_000_000;
        let hitId = newId();
        for (const { gap, act } of steps) {
          now += gap;
          if (act === 'hit') hitId = newId();
          if (act === 'hit' || act === 'repeat') {
            expect(await table.hit(window, now, hitId)).toEqual(await model.hit(window, now, hitId));
          } else {
            await model.withdraw(window, hitId);
            await table.withdraw(window, hitId);
            if (act === 'withdraw twice') await table.withdraw(window, hitId);
          }
          expect(await hitsIn(window)).toEqual(model.windows.get(window.key)?.hits ?? []);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('accepts as many of those that come at once as the limit has room for', async () => {
    await fc.assert(
      fc.asyncProperty(limitsOf(8), fc.integer({ min: 1, max: 20 }), async (limits, atOnce) => {
        const window = someWindow(limits);
        const hits = await Promise.all(Array.from({ length: atOnce }, () => table.hit(window, 1_000_000, newId())));
        const room = Math.min(...limits.map(({ max }) => max));
        expect(hits.filter(({ accepted }) => accepted)).toHaveLength(Math.min(room, atOnce));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a hit', () => {
  test('whose answer was lost is accepted when tried again, and counted once', async () => {
    const [window, id] = [someWindow([{ max: 3, window: minute }]), newId()];
    const first = await table.hit(window, 1_000, id);
    const again = await table.hit(window, 1_005, id);
    expect([first.accepted, again.accepted]).toEqual([true, true]);
    expect(await hitsIn(window)).toEqual([1_000]);
  });

  test('never makes an item grow past twice what counts', async () => {
    const window = someWindow([{ max: 5, window: second }]);
    for (let i = 0; i < 60; i++) {
      await table.hit(window, i * second, newId());
      expect((await hitsIn(window)).length).toBeLessThanOrEqual(10);
    }
  });

  test('shortens a list that a larger limit left long, without asking too much of one expression', async () => {
    const window = someWindow([{ max: 2, window: second }]);
    const sent_at = { L: Array.from({ length: 399 }, (_, i) => ({ N: String(1_800_000_000_000 - i) })) };
    await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: window.key }, sent_at } }));
    for (let i = 1; i <= 3; i++) await table.hit(window, 1_800_000_000_000 + i * minute, newId());
    expect(await hitsIn(window)).toEqual([3, 2, 1].map((i) => 1_800_000_000_000 + i * minute));
  });

  test('is forgotten by TTL only after its longest window', async () => {
    const limits = [
      { max: 1, window: minute },
      { max: 9, window: day },
    ];
    const window = someWindow(limits);
    await table.hit(window, 1_500, newId());
    const { expires_at, schema } = await item(window.key);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(1_500 + day);
    expect(schema).toEqual({ N: '1' });
  });

  test('of a target is kept for as long as its failures', async () => {
    const window = someWindow(once, 30 * day);
    await table.hit(window, 1_000, newId());
    const { expires_at } = await item(window.key);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(1_000 + 30 * day);
  });

  test('of an item that TTL should have deleted by now is judged by time alone', async () => {
    const window = someWindow(once);
    await table.hit(window, 1_000, newId());
    expect((await table.hit(window, 1_000 + 30 * day, newId())).accepted).toBe(true);
  });
});

describe('a window', () => {
  test('ends to the millisecond', async () => {
    const window = someWindow(once);
    await table.hit(window, 1_000_000, newId());
    const early = await table.hit(window, 1_000_000 + minute - 1, newId());
    expect(early).toMatchObject({ accepted: false, denial: { until: 1_000_000 + minute } });
    expect((await table.hit(window, 1_000_000 + minute, newId())).accepted).toBe(true);
  });
});

describe('a withdrawal', () => {
  test('gives the place back', async () => {
    const [window, id] = [someWindow(once), newId()];
    await table.hit(window, 1_000, id);
    await table.withdraw(window, id);
    expect((await table.hit(window, 1_001, newId())).accepted).toBe(true);
  });

  test('of a hit that is no longer the last changes nothing', async () => {
    const [window, id] = [someWindow([{ max: 2, window: minute }]), newId()];
    await table.hit(window, 1_000, id);
    await table.hit(window, 2_000, newId());
    await table.withdraw(window, id);
    expect(await hitsIn(window)).toEqual([2_000, 1_000]);
  });

  test('whose answer was lost takes no other mark away when tried again', async () => {
    const [window, id] = [someWindow([{ max: 2, window: minute }]), newId()];
    await table.hit(window, 1_000, newId());
    await table.hit(window, 2_000, id);
    await table.withdraw(window, id);
    await table.withdraw(window, id);
    expect(await hitsIn(window)).toEqual([1_000]);
  });
});

test('a read sees every write before it', async () => {
  const stub = await startStub((response) => response.writeHead(200).end('{}'));
  const table = createRealTable(stub.url, tableName, patient);
  try {
    await table.readChallenge('code#x' as ChallengeKey);
  } finally {
    table.close();
    await stub.close();
  }
  expect(stub.bodies.map((body) => JSON.parse(body).ConsistentRead)).toEqual([true]);
});

describe('a budget', () => {
  const budgetOf = (max: number): Budget => ({
    limiter: 'sms-budget',
    key: `sms#US#${newId()}` as BudgetKey,
    max,
    endsAt: 5 * day,
  });

  test('takes as many as it has and no more, however many ask at once', async () => {
    const budget = budgetOf(7);
    const asked = await Promise.all(Array.from({ length: 30 }, () => table.spend(budget, false)));
    expect(
      asked
        .filter(({ counted }) => counted)
        .map(({ day }) => day.sent)
        .toSorted(),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const { sent, schema, expires_at } = await item(budget.key);
    expect([sent, schema]).toEqual([{ N: '7' }, { N: '1' }]);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(5 * day);
  });

  test('gives strangers four fifths of it, rounded up, and leaves the rest to known devices', async () => {
    const budget = budgetOf(7);
    const asked = await Promise.all(Array.from({ length: 30 }, () => table.spend(budget, true)));
    expect(asked.filter(({ counted }) => counted)).toHaveLength(6);
    expect(await table.spend(budget, false)).toMatchObject({ counted: true, day: { sent: 7 } });
    expect(await table.spend(budget, false)).toMatchObject({ counted: false });
  });

  test('that was counted before there were strangers goes on', async () => {
    const budget = budgetOf(5);
    await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: budget.key }, sent: { N: '3' } } }));
    for (const sent of [4, 5]) {
      expect(await table.spend(budget, true)).toMatchObject({ counted: true, day: { sent } });
    }
    expect(await table.spend(budget, true)).toMatchObject({ counted: false });
  });

  test('takes back what is given back, once each and never below nothing', async () => {
    const budget = budgetOf(2);
    await table.giveBack(budget, true);
    expect(await item(budget.key)).toEqual({});
    for (const counted of [true, true, false]) expect(await table.spend(budget, true)).toMatchObject({ counted });
    await table.giveBack(budget, true);
    for (const counted of [true, false]) expect(await table.spend(budget, true)).toMatchObject({ counted });
    for (let i = 0; i < 3; i++) await table.giveBack(budget, true);
    expect(await item(budget.key)).toMatchObject({ sent: { N: '0' }, strangers: { N: '0' }, unanswered: { N: '0' } });
  });

  test('is given back without a second try: after a lost answer that could be another one', async () => {
    const stub = await startStub((response) => response.destroy());
    const table = createRealTable(stub.url, tableName, patient);
    const budget = budgetOf(2);
    try {
      await expect(table.giveBack(budget, false)).rejects.toThrow();
      expect(stub.bodies).toHaveLength(1);
      await expect(table.spend(budget, false)).rejects.toThrow();
      expect(stub.bodies).toHaveLength(3);
    } finally {
      table.close();
      await stub.close();
    }
  });
});

describe('a challenge', () => {
  test('is kept without its id, its target or its code', async () => {
    const keys = keysFromOneSecret('k'.repeat(32));
    const id = challengeId(randomBytes(16));
    const policy = { length: 10, ttl: 10 * minute, attempts: 5 };
    const { challenge, passcode } = issueChallenge(
      keys,
      { id, target: 'ada@mailbox.example' as Canonical, issuedBy: 'hit', counting: byStranger },
      policy,
      1_000_000,
    );
    await table.putChallenge(challenge);

    const stored = await item(challenge.key);
    expect(stored).toEqual({
      pk: { S: challenge.key },
      schema: { N: '1' },
      target_mac: { B: new Uint8Array(challenge.targetMac) },
      code_mac: { B: new Uint8Array(challenge.codeMac) },
      attempts_left: { N: '5' },
      key_id: { S: keys.code.id },
      issued_at: { N: '1000000' },
      issued_by: { S: 'hit' },
      valid_until: { N: '1600000' },
      expires_at: { N: '1600' },
      window: { S: 'target' },
    });
    const text = JSON.stringify(stored);
    for (const hidden of [id, passcode, 'ada']) expect(text).not.toContain(hidden);
  });
});
