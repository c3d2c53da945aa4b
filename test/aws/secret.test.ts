import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { startSecretsManager } from '../../infra/local/secrets-manager.ts';
import type { Running } from '../../infra/local/server.ts';
import { createKeys } from '../../lib/aws/secret.ts';
import { codeKeyNamed, keysFromSecrets } from '../../lib/core/keys.ts';
import { hour, second } from '../../lib/core/time.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { secret } from '../support/recorded.ts';

const [index, first, next, last, short] = ['i', '1', '2', '3', 's'].map((character, i) =>
  secret(character.repeat(i === 4 ? 31 : 40)),
) as [string, string, string, string, string];
const settings = { indexArn: 'index', codeArn: 'code' };

/** `SecretId:stage` of each request so far. */
const asked: string[] = [];
let manager: Running;

async function startManager(): Promise<void> {
  manager = await startSecretsManager({ index, code: first }, 0, '127.0.0.1');
  manager.server.on('request', async (request) =>
    asked.push(String(request.headers['x-amz-target']).split('.')[1] ?? ''),
  );
}

let clock = { now: 0 };
const runtime = { ...createRuntime('test'), now: () => clock.now };
const keysOf = () => createKeys(settings, manager.url, runtime);

async function rotate(SecretString: string): Promise<void> {
  const client = new SecretsManagerClient({ endpoint: manager.url });
  await client.send(new PutSecretValueCommand({ SecretId: 'code', SecretString }));
  client.destroy();
  asked.length = 0;
}

beforeEach(async () => {
  await manager?.close();
  await startManager();
  clock = { now: Date.now() };
  asked.length = 0;
});
afterAll(() => manager.close());

const nameOf = (codeSecret: string): string => keysFromSecrets(index, codeSecret).code.id;

test('the secrets are fetched once, however many ask', async () => {
  const keys = keysOf();
  const answers = await Promise.all([keys(), keys(), keys()]);
  expect(new Set(answers).size).toBe(1);
  const { index: indexKey, code } = await keys();
  expect(indexKey.equals(keysFromSecrets(index, first).index)).toBe(true);
  expect(code.key.equals(keysFromSecrets(index, first).code.key)).toBe(true);
  expect(asked).toHaveLength(3); // the code secret's previous value too
});

test('a failed fetch throws, and the next request tries again', async () => {
  const { port } = new URL(manager.url);
  const keys = keysOf();
  await manager.close();
  await expect(keys()).rejects.toThrow();
  manager = await startSecretsManager({ index, code: first }, Number(port), '127.0.0.1');
  expect((await keys()).code.id).toBe(nameOf(first));
});

test('a secret too short to be one is refused', async () => {
  await rotate(short);
  await expect(keysOf()()).rejects.toThrow('too short');
});

test('once rotated, the new secret makes codes and the previous one still checks them', async () => {
  await rotate(next);
  const keys = await keysOf()();
  expect([keys.code.id, keys.previous?.id]).toEqual([nameOf(next), nameOf(first)]);
  expect(codeKeyNamed(keys, nameOf(first))).toBeDefined();
  await rotate(last);
  expect(codeKeyNamed(await keysOf()(), nameOf(first))).toBeUndefined();
});

test('a code made with a key not held yet has the secrets fetched again, at most every 30 s', async () => {
  const keys = keysOf();
  await keys();
  await rotate(next);
  clock.now += 30 * second - 1;
  expect((await keys(nameOf(next))).code.id).toBe(nameOf(first));
  expect(asked).toHaveLength(0);

  clock.now += 1;
  expect(codeKeyNamed(await keys(nameOf(next)), nameOf(next))).toBeDefined();
  expect(codeKeyNamed(await keys(nameOf(first)), nameOf(first))).toBeDefined();
  expect(asked).toHaveLength(3);
  await keys('unknown!');
  expect(asked).toHaveLength(3);
});

test('an hour after a rotation no container makes codes with the old secret', async () => {
  const keys = keysOf();
  await keys();
  await rotate(next);
  clock.now += hour - 1;
  expect((await keys()).code.id).toBe(nameOf(first));
  clock.now += 1;
  expect((await keys()).code.id).toBe(nameOf(next));
});

test('when the secrets cannot be fetched again, those held go on, but never for a code they did not make', async () => {
  const keys = keysOf();
  await keys();
  await manager.close();
  clock.now += hour;
  expect((await keys()).code.id).toBe(nameOf(first));
  clock.now += 30 * second;
  await expect(keys(nameOf(next))).rejects.toThrow();
  await startManager();
});

test('after a fetch that failed the next one comes 30 s later', async () => {
  const keys = keysOf();
  await keys();
  const { port } = new URL(manager.url);
  await manager.close();
  clock.now += hour;
  expect((await keys()).code.id).toBe(nameOf(first));

  manager = await startSecretsManager({ index, code: next }, Number(port), '127.0.0.1');
  clock.now += 30 * second - 1;
  expect((await keys()).code.id).toBe(nameOf(first));
  clock.now += 1;
  expect((await keys()).code.id).toBe(nameOf(next));
});

test('one secret in the environment makes an index key and a code key that differ', async () => {
  const keys = await createKeys({ inline: short.repeat(2) }, undefined, runtime)();
  expect(keys.index.equals(keys.code.key)).toBe(false);
});
