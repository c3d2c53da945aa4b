import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type End, rounds } from '../../infra/cost/rounds.ts';
import { type Assets, buildAssets, type Half } from '../bench/assets.ts';
import { type Prepared, prepareCold } from '../bench/cold.ts';
import { environmentFor } from '../bench/environment.ts';
import type { OursQuestion, OursReply } from '../bench/ours.ts';
import { startWorker, type Worker } from '../bench/process.ts';
import type { StubQuestion, StubReply } from '../bench/stub.ts';

let assets: Assets;
let stub: Worker<StubQuestion, StubReply>;
let prepared: Prepared;
beforeAll(async () => {
  assets = await buildAssets();
  stub = startWorker<StubQuestion, StubReply>('stub.ts', [], {});
  prepared = await prepareCold(assets, stub);
});
afterAll(async () => {
  await stub[Symbol.asyncDispose]();
  await assets[Symbol.asyncDispose]();
});

const plays: Readonly<Record<End, Omit<StubQuestion & OursQuestion, 'requests'> & { readonly status: number }>> = {
  email: { channel: 'email', status: 200 },
  sms: { channel: 'sms', status: 200 },
  denied: { channel: 'email', denied: 'target#', status: 429 },
  denied_caller: { channel: 'email', denied: 'caller#', status: 429 },
  denied_warm: { channel: 'email', denied: 'caller#', person: 2, status: 429 },
  verified: { channel: 'email', status: 200 },
};

test.each(Object.keys(rounds) as End[])('the calls of a round go out together, round after round: %s', async (end) => {
  const { status, denied = '', ...question } = plays[end];
  const half: Half = end === 'verified' ? 'verify' : 'send';
  const asked = { ...question, ...(half === 'verify' && { event: prepared.verification }), requests: 1 };
  const { url } = await stub.ask({ denied });
  const env = environmentFor(assets.ours[half], url);
  await using worker = startWorker<OursQuestion, OursReply>('ours.ts', [assets.ours[half]], env);
  await worker.ask(asked); // fetches the secrets and the key, and is what a warm denial remembers
  await stub.ask({ rounds: rounds[end].map((calls) => calls.length) });
  const { statuses } = await worker.ask(asked);
  expect(statuses).toEqual([status]);
  const { calls } = await stub.ask({ denied: '', rounds: [] });
  const operations = (round: readonly { operation: string }[]) => round.map(({ operation }) => operation).toSorted();
  const ends = rounds[end].map((_, i) => rounds[end].slice(0, i + 1).flat().length);
  const went = ends.map((to, i) => operations(calls.slice(ends[i - 1] ?? 0, to)));
  expect(went).toEqual(rounds[end].map((round) => round.toSorted()));
  expect(calls).toHaveLength(ends.at(-1) ?? 0);
});
