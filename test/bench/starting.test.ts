import { expect, test } from '@jest/globals';
import { buildAssets } from './assets.ts';
import { prepareCold } from './cold.ts';
import { startWorker } from './process.ts';
import { measureBytes } from './starting.ts';
import type { StubQuestion, StubReply } from './stub.ts';

/** By the bundled functions, which send a code here and verify it: so the clients work with what is left of the SDK. */
test('a mail waits for at most 350 kB of code, where texts are off', async () => {
  await using assets = await buildAssets();
  await using stub = startWorker<StubQuestion, StubReply>('stub.ts', [], {});
  const { send } = await prepareCold(assets, stub);
  const { start, email } = await measureBytes(send.ours, send.ours);
  expect(email).toBeLessThanOrEqual(350_000);
  expect(start).toBe(email); // nothing is left to be loaded by the first request
});
