import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createKeys } from '../../lib/aws/secret.ts';
import { keysFromSecrets } from '../../lib/core/keys.ts';
import { secret } from '../support/recorded.ts';
import { type Behaviour, jsonError, type Stub, startStub } from '../support/stub-server.ts';

const secrets: Record<string, string> = { index: secret('i'.repeat(40)), code: secret('c'.repeat(40)) };
const settings = { indexArn: 'index', codeArn: 'code' };

const known: Behaviour = (response) => {
  const { SecretId } = JSON.parse(manager.bodies.at(-1) ?? '{}') as { SecretId: string };
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify({ ARN: SecretId, SecretString: secrets[SecretId] }));
};

let manager: Stub;
beforeAll(async () => {
  manager = await startStub(known);
});
beforeEach(() => void manager.bodies.splice(0));
afterAll(() => manager.close());

test('both secrets are fetched once, however many ask', async () => {
  manager.behaviour = known;
  const keys = createKeys(settings, manager.url);
  const asked = await Promise.all([keys(), keys(), keys()]);
  expect(new Set(asked).size).toBe(1);
  expect(await keys()).toEqual(keysFromSecrets('i'.repeat(40), 'c'.repeat(40)));
  expect(manager.bodies).toHaveLength(2);
});

test('a failed fetch throws, and the next request tries again', async () => {
  manager.behaviour = jsonError(400, 'ResourceNotFoundException');
  const keys = createKeys(settings, manager.url);
  await expect(keys()).rejects.toThrow();
  manager.behaviour = known;
  expect((await keys()).code.id).toHaveLength(8);
});

test('a secret too short to be one is refused', async () => {
  manager.behaviour = (response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ SecretString: 'short' }));
  };
  await expect(createKeys(settings, manager.url)()).rejects.toThrow('too short');
});

test('one secret in the environment makes an index key and a code key that differ', async () => {
  const keys = await createKeys({ inline: 's'.repeat(32) }, undefined)();
  expect(Buffer.from(keys.index).equals(Buffer.from(keys.code.key))).toBe(false);
});
