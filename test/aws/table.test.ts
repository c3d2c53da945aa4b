import { randomBytes } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable as provisionTable } from '../../infra/local/dynamodb.ts';
import type { Running } from '../../infra/local/server.ts';
import { createTable as createRealTable, tableClient } from '../../lib/aws/table.ts';
import { issueChallenge } from '../../lib/core/challenge.ts';
import { challengeId } from '../../lib/core/challenge-id.ts';
import type { BudgetKey, WindowKey } from '../../lib/core/item-keys.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { day, minute, second } from '../../lib/core/time.ts';
import type { SendTable } from '../../lib/flows/send.ts';
import { startTestDynamoDb } from '../support/dynamodb.ts';
import { limitsOf } from '../support/histories.ts';
import { createModelTable } from '../support/model-table.ts';

const tableName = `table-test-${process.pid}-${Date.now()}`;
let dynamodb: Running;
let client: DynamoDBClient;
let table: SendTable;

beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
  await provisionTable(dynamodb.url, tableName);
  client = tableClient(dynamodb.url, () => {});
  table = createRealTable(client, tableName);
});
afterAll(async () => {
  client.destroy();
  await dynamodb.close();
});

const newId = () => randomBytes(12).toString('base64url');
const newKey = () => `target#${newId()}` as WindowKey;
const once = [{ max: 1, window: minute }];

async function item(key: string): Promise<Record<string, AttributeValue>> {
  const command = new GetItemCommand({ TableName: tableName, Key: { pk: { S: key } }, ConsistentRead: true });
  return (await client.send(command)).Item ?? {};
}
const marks = async (key: string): Promise<number[]> => ((await item(key)).sent_at?.L ?? []).map(({ N }) => Number(N));

describe('against the model', () => {
  const step = fc.record({
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000 })),
    act: fc.constantFrom('hit', 'hit', 'hit', 'hit', 'repeat', 'withdraw', 'withdraw twice'),
  });

  test('accepts the same hits, names the same waits and keeps the same marks, over any history', async () => {
    await fc.assert(
      fc.asyncProperty(limitsOf(4), fc.array(step, { minLength: 1, maxLength: 20 }), async (limits, steps) => {
        const model = createModelTable();
        const key = newKey();
        let now = 1_800_000_000_000;
        let hitId = newId();
        for (const { gap, act } of steps) {
          now += gap;
          if (act === 'hit') hitId = newId();
          if (act === 'hit' || act === 'repeat') {
            expect(await table.hit(key, limits, now, hitId)).toEqual(await model.hit(key, limits, now, hitId));
          } else {
            await model.withdraw(key, hitId);
            await table.withdraw(key, hitId);
            if (act === 'withdraw twice') await table.withdraw(key, hitId);
          }
          expect(await marks(key)).toEqual(model.windows.get(key)?.sentAt ?? []);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('accepts as many of those that come at once as the limit has room for', async () => {
    await fc.assert(
      fc.asyncProperty(limitsOf(8), fc.integer({ min: 1, max: 20 }), async (limits, atOnce) => {
        const key = newKey();
        const hits = await Promise.all(
          Array.from({ length: atOnce }, () => table.hit(key, limits, 1_000_000, newId())),
        );
        const room = Math.min(...limits.map(({ max }) => max));
        expect(hits.filter(({ accepted }) => accepted)).toHaveLength(Math.min(room, atOnce));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a hit', () => {
  test('whose answer was lost is accepted when tried again, and counted once', async () => {
    const [key, id] = [newKey(), newId()];
    const first = await table.hit(key, [{ max: 3, window: minute }], 1_000, id);
    const again = await table.hit(key, [{ max: 3, window: minute }], 1_005, id);
    expect([first.accepted, again.accepted]).toEqual([true, true]);
    expect(await marks(key)).toEqual([1_000]);
  });

  test('never makes an item grow past twice what counts', async () => {
    const key = newKey();
    const limits = [{ max: 5, window: second }];
    for (let i = 0; i < 60; i++) {
      await table.hit(key, limits, i * second, newId());
      expect((await marks(key)).length).toBeLessThanOrEqual(10);
    }
  });

  test('shortens a list that a larger limit left long, without asking too much of one expression', async () => {
    const key = newKey();
    const sent_at = { L: Array.from({ length: 399 }, (_, i) => ({ N: String(1_800_000_000_000 - i) })) };
    await client.send(new PutItemCommand({ TableName: tableName, Item: { pk: { S: key }, sent_at } }));
    const limits = [{ max: 2, window: second }];
    for (let i = 1; i <= 3; i++) await table.hit(key, limits, 1_800_000_000_000 + i * minute, newId());
    expect(await marks(key)).toEqual([3, 2, 1].map((i) => 1_800_000_000_000 + i * minute));
  });

  test('is forgotten by TTL only after its longest window', async () => {
    const key = newKey();
    await table.hit(
      key,
      [
        { max: 1, window: minute },
        { max: 9, window: day },
      ],
      1_500,
      newId(),
    );
    const { expires_at, schema } = await item(key);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(1_500 + day);
    expect(schema).toEqual({ N: '1' });
  });

  test('of a target is kept for as long as its failures', async () => {
    const key = newKey();
    await table.hit(key, once, 1_000, newId(), 30 * day);
    const { expires_at } = await item(key);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(1_000 + 30 * day);
  });

  test('of an item that TTL should have deleted by now is judged by time alone', async () => {
    const key = newKey();
    await table.hit(key, once, 1_000, newId());
    expect((await table.hit(key, once, 1_000 + 30 * day, newId())).accepted).toBe(true);
  });
});

describe('a window', () => {
  test('ends to the millisecond', async () => {
    const key = newKey();
    await table.hit(key, once, 1_000_000, newId());
    const early = await table.hit(key, once, 1_000_000 + minute - 1, newId());
    expect(early).toMatchObject({ accepted: false, refusal: { wait: 1 } });
    expect((await table.hit(key, once, 1_000_000 + minute, newId())).accepted).toBe(true);
  });
});

describe('a withdrawal', () => {
  test('gives the place back', async () => {
    const [key, id] = [newKey(), newId()];
    await table.hit(key, once, 1_000, id);
    await table.withdraw(key, id);
    expect((await table.hit(key, once, 1_001, newId())).accepted).toBe(true);
  });

  test('of a hit that is no longer the last changes nothing', async () => {
    const [key, id] = [newKey(), newId()];
    const limits = [{ max: 2, window: minute }];
    await table.hit(key, limits, 1_000, id);
    await table.hit(key, limits, 2_000, newId());
    await table.withdraw(key, id);
    expect(await marks(key)).toEqual([2_000, 1_000]);
  });

  test('whose answer was lost takes no other mark away when tried again', async () => {
    const [key, id] = [newKey(), newId()];
    const limits = [{ max: 2, window: minute }];
    await table.hit(key, limits, 1_000, newId());
    await table.hit(key, limits, 2_000, id);
    await table.withdraw(key, id);
    await table.withdraw(key, id);
    expect(await marks(key)).toEqual([1_000]);
  });
});

describe("a country's day", () => {
  test('takes its budget and no more, however many ask at once', async () => {
    const key = `sms#US#${newId()}` as BudgetKey;
    const asked = await Promise.all(Array.from({ length: 30 }, () => table.spend(key, 7, 5 * day)));
    expect(asked.filter((spent) => spent)).toHaveLength(7);
    const { sent, schema, expires_at } = await item(key);
    expect([sent, schema]).toEqual([{ N: '7' }, { N: '1' }]);
    expect(Number(expires_at?.N) * second).toBeGreaterThan(5 * day);
  });
});

describe('a challenge', () => {
  test('is kept without its id, its target or its code', async () => {
    const keys = keysFromOneSecret('k'.repeat(32));
    const id = challengeId(randomBytes(16));
    const policy = { length: 10, ttl: 10 * minute, attempts: 5 };
    const { challenge, passcode } = issueChallenge(
      keys,
      id,
      'ada@mailbox.example' as Canonical,
      policy,
      1_000_000,
      'hit',
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
    });
    const text = JSON.stringify(stored);
    for (const hidden of [id, passcode, 'ada']) expect(text).not.toContain(hidden);
  });
});
