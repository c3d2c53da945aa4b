import { randomBytes } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable as provisionTable } from '../../infra/local/dynamodb.ts';
import type { Running } from '../../infra/local/server.ts';
import { createItems, type Item, type Items } from '../../lib/aws/items.ts';
import { createMarks } from '../../lib/aws/marks.ts';
import { createTable, type Table } from '../../lib/aws/table.ts';
import { windowItemOf } from '../../lib/aws/window-item.ts';
import { failuresKept } from '../../lib/core/lockout.ts';
import type { TargetWindow } from '../../lib/core/target-window.ts';
import { day, hour, minute, second } from '../../lib/core/time.ts';
import { patient, startTestDynamoDb } from '../support/dynamodb.ts';
import { limitsOf } from '../support/histories.ts';
import { createModelTable } from '../support/model-table.ts';
import { forPerson, shareOf, someWindow } from '../support/windows.ts';

const tableName = `windows-test-${process.pid}-${Date.now()}`;
let dynamodb: Running;
let client: DynamoDBClient;
let table: Table;
let items: Items;

beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
  await provisionTable(dynamodb.url, tableName);
  table = createTable(dynamodb.url, tableName, patient);
  client = new DynamoDBClient({ endpoint: dynamodb.url });
  items = createItems(client, tableName);
});
afterAll(async () => {
  table.close();
  client.destroy();
  await dynamodb.close();
});

const newId = () => randomBytes(12).toString('base64url');
const start = 1_800_000_000_000;
const limits = [
  { max: 5, window: hour },
  { max: 10, window: day },
];
const shareLimits = [
  { max: 1, window: minute },
  { max: 4, window: day },
];

const withShare = (window: TargetWindow, tag: string, of = shareLimits): TargetWindow => ({
  ...window,
  share: shareOf(tag, of, 10),
});
const held = async ({ key }: TargetWindow) => windowItemOf(await items.read(key));
const put = (item: Item) => client.send(new PutItemCommand({ TableName: tableName, Item: item }));

describe('the mark of a person who is unreachable', () => {
  const until = start + day;

  test('takes out the marks of others that are over, and leaves those that hold', async () => {
    const window = someWindow(limits);
    await table.hit(window, start, newId());
    const { markUnreachable } = createMarks(items);
    await markUnreachable(forPerson(window, 'ada'), until, start);
    await markUnreachable(forPerson(window, 'bob'), until + 1, start);
    expect((await held(window)).unreachableUntil).toEqual(new Map(Object.entries({ ada: until, bob: until + 1 })));
    await markUnreachable(forPerson(window, 'eve'), until + day, until);
    const { unreachableUntil, hits } = await held(window);
    expect(unreachableUntil).toEqual(new Map(Object.entries({ bob: until + 1, eve: until + day })));
    expect(hits).toEqual([start]);
  });

  test('makes no item where nothing was counted', async () => {
    const window = someWindow(limits);
    await createMarks(items).markUnreachable(window, until, start);
    expect(await items.read(window.key)).toBeUndefined();
  });
});

describe('a window with shares and persons', () => {
  const step = fc.record({
    gap: fc.constantFrom(0, 1, second, 20 * second, 9 * minute, hour, day, failuresKept),
    act: fc.constantFrom('hit', 'hit', 'hit', 'repeat', 'withdraw', 'fail', 'fail', 'fail 9 times', 'clear'),
    tag: fc.constantFrom('one', 'two', 'three'),
    person: fc.constantFrom('ada', 'bob'),
  });

  test('answers as the model does and holds what it holds, over any history', async () => {
    await fc.assert(
      fc.asyncProperty(
        limitsOf(4),
        limitsOf(3),
        fc.array(step, { minLength: 1, maxLength: 24 }),
        async (all, each, steps) => {
          const model = createModelTable();
          const base = someWindow(all, failuresKept);
          let now = start;
          let [hitId, last] = [newId(), base];
          for (const { gap, act, tag, person } of steps) {
            now += gap;
            const window = forPerson(withShare(base, tag, each), person);
            if (act === 'hit') [hitId, last] = [newId(), window];
            if (act === 'hit' || act === 'repeat') {
              expect(await table.hit(last, now, hitId)).toEqual(await model.hit(last, now, hitId));
            }
            for (const half of [model, table]) {
              if (act === 'withdraw') await half.withdraw(last, hitId);
              if (act === 'fail') await half.recordFailure(window, now);
              if (act === 'fail 9 times') for (let i = 0; i < 9; i++) await half.recordFailure(window, now);
              if (act === 'clear') await half.clearFailures(window);
            }
            expect(await held(base)).toEqual(model.windows.get(base.key) ?? windowItemOf({}));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('accepts as many of those that come at once as the shares and the whole have room for', async () => {
    const base = someWindow([{ max: 5, window: minute }]);
    const tags = Array.from({ length: 24 }, (_, i) => `caller${i % 4}`);
    const hits = await Promise.all(
      tags.map(async (tag) => {
        const window = withShare(base, tag, [{ max: 2, window: minute }]);
        return (await table.hit(window, start, newId())).accepted ? [tag] : [];
      }),
    );
    const accepted = hits.flat();
    expect(accepted).toHaveLength(5);
    for (const tag of tags) expect(accepted.filter((other) => other === tag).length).toBeLessThanOrEqual(2);
  });
});

describe('an item from before there were shares', () => {
  const times = (count: number, newest: number) => ({
    L: Array.from({ length: count }, (_, i) => ({ N: String(newest - i * minute) })),
  });

  test('goes on: its hits count for everybody', async () => {
    const base = someWindow(limits, failuresKept);
    await put({ pk: { S: base.key }, sent_at: times(5, start) });
    const answer = await table.hit(withShare(base, 'one'), start + minute, newId());
    expect(answer).toMatchObject({ accepted: false, denial: { limiter: 'target', limit: limits[0] } });
  });

  test('goes on: its lock holds for every person, until a right code of any', async () => {
    const base = someWindow(limits, failuresKept);
    await put({ pk: { S: base.key }, failures: times(50, start), locked_until: { N: String(start + day) } });
    const bob = forPerson(withShare(base, 'one'), 'bob');
    expect(await table.hit(bob, start, newId())).toMatchObject({ accepted: false, denial: { until: start + day } });
    await table.clearFailures(bob);
    expect((await table.hit(bob, start, newId())).accepted).toBe(true);
  });

  test('goes on: its run of wrong codes counts for every person', async () => {
    const base = someWindow(limits, failuresKept);
    await put({ pk: { S: base.key }, failures: times(24, start) });
    await table.recordFailure(forPerson(withShare(base, 'one'), 'bob'), start + minute);
    const denied = { accepted: false, denial: { limiter: 'target', until: start + minute + day } };
    expect(await table.hit(forPerson(withShare(base, 'two'), 'bob'), start + hour, newId())).toMatchObject(denied);
    expect((await table.hit(forPerson(withShare(base, 'two'), 'ada'), start + hour, newId())).accepted).toBe(true);
  });

  test('a challenge from then counts for the target', async () => {
    const key = `code#${newId()}`;
    const bytes = { B: new Uint8Array(32) };
    await put({
      ...{ pk: { S: key }, target_mac: bytes, code_mac: bytes, attempts_left: { N: '5' }, issued_by: { S: 'hit' } },
      ...{ valid_until: { N: String(start) }, issued_at: { N: String(start) }, key_id: { S: 'k' } },
    });
    const challenge = await table.readChallenge(key as never);
    expect(challenge?.counting).toEqual({ window: 'target', sender: undefined });
  });
});

describe('an item under attack', () => {
  const kilobytes = (item: Item | undefined): number => JSON.stringify(item).length / 1_000; // more than DynamoDB counts

  /** Every address that is not ended yet asks when it may, for made-up persons, and answers wrongly five times. */
  async function attack(base: TargetWindow, callers: number, persons: number, days: number): Promise<number> {
    let [largest, caller] = [0, 0];
    for (let at = 0; at < days * 24; at += 2) {
      const now = start + at * hour;
      const window = forPerson(withShare(base, `caller-${caller}`), `person-${at % persons}`);
      caller = (caller + 1) % callers;
      if ((await table.hit(window, now, newId())).accepted) {
        for (let i = 0; i < 5; i++) await table.recordFailure(window, now + i);
      }
      largest = Math.max(largest, kilobytes(await items.read(base.key)));
    }
    return largest;
  }

  test.each([1, 3, 50])('by 1,000 callers for 30 days on %s persons stays under 8 KB', async (persons) => {
    expect(await attack(someWindow(limits, failuresKept), 1_000, persons, 30)).toBeLessThan(8);
  });

  test('never forgets a run of wrong codes for the sake of others', async () => {
    const base = someWindow(limits, failuresKept);
    const victim = forPerson(withShare(base, 'nobody'), 'victim');
    for (let i = 0; i < 24; i++) await table.recordFailure(victim, start - hour + i);
    await attack(base, 1_000, 50, 4);
    await table.recordFailure(victim, start + 4 * day);
    expect(await table.hit(victim, start + 5 * day - hour, newId())).toMatchObject({
      accepted: false,
      denial: { limiter: 'target' },
    });
  });

  test('loses the shares of those who have not come for a day', async () => {
    const base = someWindow([{ max: 200, window: day }], failuresKept);
    for (let i = 0; i < 41; i++) await table.hit(withShare(base, `caller-${i}`), start + i, newId());
    await table.hit(withShare(base, 'late'), start + day + 20, newId());
    const { shareHits } = await held(base);
    expect([shareHits.size, shareHits.has('caller-20' as never), shareHits.has('caller-21' as never)]).toEqual([
      21,
      false,
      true,
    ]);
  });
});
