import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTable as provisionTable } from '../../infra/local/dynamodb.ts';
import type { Running } from '../../infra/local/server.ts';
import { createFailures } from '../../lib/aws/failures.ts';
import { createItems, type Items } from '../../lib/aws/items.ts';
import { createTable, type Table } from '../../lib/aws/table.ts';
import { type Challenge, issueChallenge, type StoredChallenge, targetMac } from '../../lib/core/challenge.ts';
import { challengeId } from '../../lib/core/challenge-id.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import { failuresKept } from '../../lib/core/lockout.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { day, minute, second } from '../../lib/core/time.ts';
import { patient, startTestDynamoDb } from '../support/dynamodb.ts';
import { type LossyRelay, startLossyRelay } from '../support/lossy-relay.ts';
import { createModelTable, type ModelTable } from '../support/model-table.ts';
import { byStranger, someWindow } from '../support/windows.ts';

/** What the flows ask of the table. */
type Calls = Omit<Table, 'close'>;

const tableName = `challenges-test-${process.pid}-${Date.now()}`;
let dynamodb: Running;
let relay: LossyRelay;
const tables: Table[] = [];
let client: DynamoDBClient;
let table: Table;
let items: Items;

beforeAll(async () => {
  dynamodb = await startTestDynamoDb();
  await provisionTable(dynamodb.url, tableName);
  relay = await startLossyRelay(dynamodb.url);
  client = new DynamoDBClient({ endpoint: dynamodb.url });
  table = newTable();
  items = createItems(client, tableName);
});
afterAll(async () => {
  for (const each of tables) each.close();
  client.destroy();
  await relay.close();
  await dynamodb.close();
});

function newTable(): Table {
  const table = createTable(relay.url, tableName, patient);
  tables.push(table);
  return table;
}

const newId = () => randomBytes(12).toString('base64url');
const keys = keysFromOneSecret('k'.repeat(32));
const [ada, bob] = ['ada@mailbox.example', 'bob@mailbox.example'] as [Canonical, Canonical];
const start = 1_800_000_000_000;

const newChallenge = (now = start, attempts = 3) => {
  const id = challengeId(randomBytes(16));
  const policy = { length: 6, ttl: 10 * second, attempts };
  return {
    issue: (at = now, by = newId()) =>
      issueChallenge(keys, { id, target: ada, issuedBy: by, counting: byStranger }, policy, at).challenge,
  };
};

const stored = (challenge: Challenge): StoredChallenge => ({ ...challenge, used: false, deliveryUnknown: false });

/** Every call is made of both, and what they say must agree. A lost answer makes the SDK call twice, so the model too. */
function both(model: ModelTable) {
  const table = newTable(); // a client tries again only so often
  return async <T>(call: (table: Calls) => Promise<T>, lost: boolean): Promise<T> => {
    if (lost) await call(model);
    const expected = comparable(await call(model));
    if (lost) relay.loseNextAnswer();
    const answer = await call(table);
    expect(comparable(answer)).toEqual(expected);
    return answer;
  };
}

/** What the table remembers for its own use is not what it answers. */
function comparable(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  const {
    lastAttempt: _,
    usedBy: __,
    targetMac,
    codeMac,
    ...rest
  } = answer as StoredChallenge & Record<string, unknown>;
  return { ...rest, targetMac: Buffer.from(targetMac), codeMac: Buffer.from(codeMac) };
}

const acts = [
  'put',
  'put',
  'put by another',
  'take',
  'take',
  'take',
  'take for another target',
  'use',
  'remove',
  'remove as another',
  'mark unknown',
] as const;

const history = fc.array(
  fc.record({
    act: fc.constantFrom(...acts),
    gap: fc.constantFrom(0, 0, 1, 4_000, 9_999),
    lost: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  }),
  { minLength: 1, maxLength: 15 },
);

describe('a challenge', () => {
  test('answers and stands as the model says, over any history and lost answers', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const { issue } = newChallenge();
        const model = createModelTable();
        const ask = both(model);
        const { key } = issue();
        let [now, mine] = [start, issue()];
        for (const { act, gap, lost } of steps) {
          now += gap;
          if (act === 'put') mine = issue(now, mine.issuedBy);
          const attempt = newId();
          const call = {
            put: (at: Calls) => at.putChallenge(mine),
            'put by another': (at: Calls) => at.putChallenge(issue(now, `other ${now}`)),
            take: (at: Calls) => at.takeAttempt(key, targetMac(keys.index, ada), now, attempt),
            'take for another target': (at: Calls) => at.takeAttempt(key, targetMac(keys.index, bob), now, 'other'),
            use: (at: Calls) => at.markUsed(stored(mine), attempt),
            remove: (at: Calls) => at.removeChallenge(mine),
            'remove as another': (at: Calls) => at.removeChallenge({ ...mine, issuedBy: 'nobody' }),
            'mark unknown': (at: Calls) => at.markDeliveryUnknown(mine),
          }[act];
          await ask<unknown>(call, lost);
          await ask((at) => at.readChallenge(key), false);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('has each attempt taken once, however many ask at once', async () => {
    const challenge = newChallenge(start, 5).issue();
    await table.putChallenge(challenge);
    const take = () => table.takeAttempt(challenge.key, challenge.targetMac, start, newId());
    const taken = await Promise.all(Array.from({ length: 50 }, take));
    const left = taken.flatMap((standing) => (standing ? [standing.attemptsLeft] : []));
    expect(left.toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  test('is used up by one attempt, however many try at once', async () => {
    const challenge = newChallenge().issue();
    await table.putChallenge(challenge);
    const used = await Promise.all(Array.from({ length: 50 }, () => table.markUsed(stored(challenge), newId())));
    expect(used.filter((first) => first)).toHaveLength(1);
  });

  test('is stored by one of those that come with the same id at once', async () => {
    const { issue } = newChallenge();
    const stood = await Promise.all(Array.from({ length: 30 }, () => table.putChallenge(issue())));
    expect(stood.filter((there) => there === undefined)).toHaveLength(1);
    expect(new Set(stood.flatMap((there) => (there ? [there.issuedBy] : []))).size).toBe(1);
  });

  test('ends to the millisecond', async () => {
    const challenge = newChallenge().issue();
    await table.putChallenge(challenge);
    const take = (at: number) => table.takeAttempt(challenge.key, challenge.targetMac, at, newId());
    expect(await take(challenge.expiresAt - 1)).toMatchObject({ attemptsLeft: 2 });
    expect(await take(challenge.expiresAt)).toBeUndefined();
  });

  test('whose place another has taken is not used up, and neither is the other one', async () => {
    const { issue } = newChallenge();
    const [first, second] = [issue(), issue(start + 10 * 1_000)];
    await table.putChallenge(first);
    await table.putChallenge(second);
    expect(await table.markUsed(stored(first), newId())).toBe(false);
    expect(await table.markUsed(stored(second), newId())).toBe(true);
  });

  test('that was used gives no further attempt, however many are left', async () => {
    const challenge = newChallenge().issue();
    await table.putChallenge(challenge);
    expect(await table.markUsed(stored(challenge), newId())).toBe(true);
    expect(await table.takeAttempt(challenge.key, challenge.targetMac, start, newId())).toBeUndefined();
  });

  test('that TTL has deleted cannot be used', async () => {
    expect(await table.markUsed(stored(newChallenge().issue()), newId())).toBe(false);
  });
});

describe('failures of a target', () => {
  const limits = [{ max: 2, window: minute }];
  const acts = fc.record({
    act: fc.constantFrom('fail', 'fail 12 times', 'fail 12 times', 'hit', 'hit', 'clear'),
    gap: fc.constantFrom(0, minute, day, 2 * day, failuresKept),
    lost: fc.constantFrom(false, false, true),
  });

  test('lock it as the model says, over any history and lost answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 9 }), async (steps) => {
        const window = someWindow(limits, failuresKept);
        const model = createModelTable();
        const ask = both(model);
        let now = start;
        for (const { act, gap, lost } of steps) {
          now += gap;
          if (act === 'fail') await ask((at) => at.recordFailure(window, now), lost);
          // Time goes on: a lost answer of an earlier failure would lock by another one of them than the model does.
          if (act === 'fail 12 times')
            for (const end = now + 12; now < end; now++) await ask((at) => at.recordFailure(window, now), false);
          if (act === 'clear') await ask((at) => at.clearFailures(window), lost);
          const hitId = newId();
          if (act === 'hit') {
            const expected = await model.hit(window, now, hitId);
            expect(await table.hit(window, now, hitId)).toEqual(expected);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('that come at once are all counted', async () => {
    const window = someWindow(limits, failuresKept);
    await Promise.all(Array.from({ length: 25 }, () => table.recordFailure(window, start)));
    const hit = await table.hit(window, start, newId());
    expect(hit).toMatchObject({ accepted: false, denial: { until: start + day } });
    await table.clearFailures(window);
    expect(await table.hit(window, start, newId())).toMatchObject({ accepted: true });
  });

  test('are kept for 30 days after the last one', async () => {
    const window = someWindow(limits, failuresKept);
    await table.recordFailure(window, start);
    expect(Number((await items.read(window.key))?.expires_at?.N) * second).toBeGreaterThan(start + failuresKept);
  });

  test('do not lock it when a right code comes between the last one and the lock', async () => {
    const window = someWindow(limits, failuresKept);
    for (let i = 0; i < 24; i++) await table.recordFailure(window, start);
    const interrupted = createFailures({
      ...items,
      async update(...write) {
        const written = await items.update(...write);
        await table.clearFailures(window);
        return written;
      },
    });
    await interrupted.recordFailure(window, start);
    expect(await table.hit(window, start, newId())).toMatchObject({ accepted: true });
  });

  test('lock it even where no limit is set', async () => {
    const window = someWindow([], failuresKept);
    const hit = (now: number) => table.hit(window, now, newId());
    for (let i = 0; i < 6; i++) expect(await hit(start)).toMatchObject({ accepted: true });
    await Promise.all(Array.from({ length: 25 }, () => table.recordFailure(window, start)));
    expect(await hit(start)).toMatchObject({ accepted: false, denial: { until: start + day } });
    expect(await hit(start + day)).toMatchObject({ accepted: true });
  });
});
