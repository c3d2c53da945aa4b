import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bundle } from '../../../infra/build/bundle.ts';
import { resultsFolder } from '../../support/recorded.ts';

const functions = readdirSync(join(import.meta.dirname, '../../../functions'));

/** The SDK's clients whose code is in the bundle. */
async function clientsIn(name: string): Promise<readonly string[]> {
  const outputs = Object.values(await bundle(name, mkdtempSync(join(resultsFolder, 'bundle-'))));
  const held = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const clients = held.flatMap(([path]) => /@aws-sdk\/client-([\w-]+)/.exec(path)?.[1] ?? []);
  return [...new Set(clients)].toSorted();
}

test('only the function that tests new versions holds the clients of Lambda and CodeDeploy', async () => {
  const held = await Promise.all(functions.map(async (name) => [name, await clientsIn(name)] as const));
  expect(Object.fromEntries(held)['before-traffic']).toEqual(['codedeploy', 'lambda', 'secrets-manager']);
  const others = held.filter(([name]) => name !== 'before-traffic').flatMap(([, clients]) => clients);
  expect(others).toContain('dynamodb');
  expect(others.filter((client) => ['codedeploy', 'lambda'].includes(client))).toEqual([]);
});
