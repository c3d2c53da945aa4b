import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { bundle } from '../../../infra/build/bundle.ts';
import { resultsFolder } from '../../support/recorded.ts';

const functions = readdirSync(join(import.meta.dirname, '../../../functions'));

/** The modules whose code is in each function's bundle. */
let modules: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  modules = new Map(await Promise.all(functions.map(async (name) => [name, await modulesIn(name)] as const)));
});

async function modulesIn(name: string): Promise<readonly string[]> {
  const outputs = Object.values(await bundle(name, mkdtempSync(join(resultsFolder, 'bundle-'))));
  return outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
}

test('only the function that tests new versions holds the clients of Lambda and CodeDeploy', () => {
  const clientsIn = (paths: readonly string[]) =>
    [...new Set(paths.flatMap((path) => /@aws-sdk\/client-([\w-]+)/.exec(path)?.[1] ?? []))].toSorted();
  const held = [...modules].map(([name, paths]) => [name, clientsIn(paths)] as const);
  expect(Object.fromEntries(held)['before-traffic']).toEqual(['codedeploy', 'lambda', 'secrets-manager']);
  const others = held.filter(([name]) => name !== 'before-traffic').flatMap(([, clients]) => clients);
  expect(others).toContain('dynamodb');
  expect(others.filter((client) => ['codedeploy', 'lambda'].includes(client))).toEqual([]);
});

test('no function holds the signer, the sockets and the discovery of endpoints that come with the SDK', () => {
  const all = [...new Set([...modules.values()].flat())];
  expect(all).toContain('infra/build/unused.ts');
  expect(all.filter((path) => /signature-v4|node-http-handler|endpoint-(discovery|cache)|sha256/i.test(path))).toEqual(
    [],
  );
});
