import { DynamoDBClient, GetItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { issueChallenge } from '../../lib/core/challenge.ts';
import { keysFromOneSecret } from '../../lib/core/keys.ts';
import type { Canonical } from '../../lib/core/target.ts';
import { minute, second } from '../../lib/core/time.ts';
import { isDynalite } from '../support/dynamodb.ts';
import { someEmail, someIp, somePhone } from '../support/people.ts';
import { secret } from '../support/recorded.ts';
import { inEnvironment, type Services, startService, startServices } from '../support/service.ts';
import { byStranger } from '../support/windows.ts';

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
beforeEach(() => void services.takeCalls());
afterAll(() => services.close());

/** dynalite gives no item back with a failed condition, so a denial reads it. */
const readsPerDenial = isDynalite ? { GetItem: 1 } : {};

describe('AWS calls', () => {
  test('an accepted email costs 4 writes and 1 send, and reads nothing', async () => {
    const { send } = await startService(services);
    expect((await send({ email: someEmail() })).status).toBe(200);
    expect(services.takeCalls()).toEqual({ UpdateItem: 3, PutItem: 1, SendEmail: 1 });
  });

  test('an accepted email costs 3 writes where mail has no budget', async () => {
    const { send } = await startService(services, { EMAIL_BUDGET: 'off' });
    expect((await send({ email: someEmail() })).status).toBe(200);
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1, SendEmail: 1 });
  });

  test('an accepted text costs 5 writes and 1 send, and the first one of a container 1 write more', async () => {
    const { send } = await startService(services);
    for (const updates of [5, 4]) {
      expect((await send({ phone: somePhone() }, { ip: someIp() })).status).toBe(200);
      expect(services.takeCalls()).toEqual({ UpdateItem: updates, PutItem: 1, Publish: 1 });
    }
  });

  test("a denial by the caller's limit costs 1 call, and none while warm", async () => {
    const { send } = await startService(services, { CALLER_LIMITS: '1/1m' });
    await send({ email: someEmail() });
    services.takeCalls();

    expect((await send({ email: someEmail() })).body.i18n_key).toBe('error.caller_throttled');
    expect(services.takeCalls()).toEqual({ UpdateItem: 1, ...readsPerDenial });
    expect((await send({ email: someEmail() })).body.i18n_key).toBe('error.caller_throttled');
    expect(services.takeCalls()).toEqual({});
  });

  test("a denial by the target's limit costs 3 calls, and none while warm once the mark cannot be withdrawn", async () => {
    const { send, clock } = await startService(services);
    const email = someEmail();
    await send({ email });
    services.takeCalls();

    expect((await send({ email })).body.i18n_key).toBe('error.target_throttled');
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1, ...readsPerDenial });
    expect((await send({ email })).status).toBe(429);
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1, ...readsPerDenial });

    clock.now += 9 * second;
    await send({ email });
    expect(services.takeCalls()).toEqual({ UpdateItem: 2, PutItem: 1, ...readsPerDenial });
    clock.now += 2 * second;
    await send({ email });
    services.takeCalls();
    expect((await send({ email })).body).toMatchObject({ i18n_key: 'error.target_throttled', retry_after: 49 });
    expect(services.takeCalls()).toEqual({});
  });
});

test('the table holds no address, number, IP, challenge id or code', async () => {
  await services.clear();
  const { send, tableName } = await startService(services);
  const [email, phone, ip] = [someEmail(), somePhone(), someIp()];
  const answers = [await send({ email }, { ip }), await send({ phone }, { ip })];
  const codes = (await services.messages()).map(({ text }) => /\d{10}/.exec(text)?.[0] ?? 'no code');

  const client = new DynamoDBClient({ endpoint: services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '' });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  client.destroy();
  expect(Items.map(({ pk }) => pk?.S?.split('#')[0]).sort()).toEqual([
    'block',
    'caller',
    'code',
    'code',
    'email',
    'sms',
    'sms', // the day's, and when the guard saw its first text
    'target',
    'target',
  ]);
  const stored = JSON.stringify(Items);
  const ids = answers.map(({ body }) => body.data.challenge_id);
  for (const hidden of [email, email.split('@')[0], phone, phone.slice(1), ip, ...ids, ...codes]) {
    expect(stored).not.toContain(hidden);
  }
});

test('addresses that count as one share its limits, and each gets its own mail and code', async () => {
  await services.clear();
  const { send, clock } = await startService(services);
  const email = someEmail();
  const tagged = secret(email.replace('@', '+tag@'));
  expect((await send({ email: tagged })).status).toBe(200);
  expect((await send({ email })).body.code).toBe(30101101);
  clock.now += minute;
  expect((await send({ email })).status).toBe(200);
  const messages = await services.messages();
  expect(messages.map(({ to }) => to)).toEqual([tagged, email]);
});

test('the code that arrives is the one the stored challenge is bound to', async () => {
  await services.clear();
  const known = inEnvironment(secret('a secret of 32 characters or more'));
  const { send, clock, tableName } = await startService(services, known);
  const email = secret(someEmail().replace('@', '+tag@'));
  const { body } = await send({ email });
  const [message] = await services.messages();
  const keys = keysFromOneSecret('a secret of 32 characters or more');
  const policy = { length: 10, ttl: 10 * minute, attempts: 5 };
  const { challenge, passcode } = issueChallenge(
    keys,
    { id: body.data.challenge_id, target: email as Canonical, issuedBy: 'hit', counting: byStranger },
    policy,
    clock.now,
  );
  expect(message?.text).toContain(passcode);

  const client = new DynamoDBClient({ endpoint: services.env.AWS_ENDPOINT_URL_DYNAMODB ?? '' });
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: { pk: { S: challenge.key } } }));
  client.destroy();
  expect(Buffer.from(Item?.code_mac?.B ?? [])).toEqual(challenge.codeMac);
});
