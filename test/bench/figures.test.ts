import { describe, expect, test } from '@jest/globals';
import { measured as kept } from '../../infra/cost/measured.ts';
import type { Path, Taken } from './calls.ts';
import { type Cold, stretched } from './cold.ts';
import { figuresOf, type Measured } from './figures.ts';
import { summarize } from './send.ts';
import { median } from './statistics.ts';
import { tableOf } from './table.ts';

const take = (calls: Taken['calls']): Taken => ({ calls, keys: ['caller#a'], logBytes: 500, responseBytes: 900 });

const taken: Readonly<Record<Path, Taken>> = {
  email: take({ UpdateItem: 2, PutItem: 1, SendEmail: 1 }),
  sms: take({ UpdateItem: 4, PutItem: 1, Publish: 1 }),
  denied: take({ UpdateItem: 2, PutItem: 1 }),
  denied_caller: take({ UpdateItem: 1 }),
  denied_warm: take({}),
};

const cold: Cold = {
  how: 'cgroup v1',
  share: 512 / 1_769,
  ours: { initMs: 50, firstMs: 60.04, totalMs: 112, warmMs: 12, firstCpuMs: 17 },
  stock: { initMs: 100, firstMs: 200, totalMs: 300, warmMs: 15, firstCpuMs: 58 },
};

const measured: Measured = {
  cold,
  coldVerify: { ...cold, how: 'computed' },
  send: { oursUs: 2_300, floorUs: 2_000, newConnectionUs: 2_100, deniedWarmUs: 46, ratios: [1.1, 1.2] },
  bytes: { start: 280_000, email: 330_000, sms: 510_000 },
  taken,
  items: { caller: 119 },
  timing: kept.timing,
};

test('JSON has the figures that are compared from one time to the next, and no others', () => {
  const { usd_per_million, ...figures } = figuresOf(measured);
  const phases = {
    share: 0.289,
    ours: { init_ms: 50, first_ms: 60, total_ms: 112 },
    stock: { init_ms: 100, first_ms: 200, total_ms: 300 },
    ratio: 0.373,
  };
  expect(figures).toEqual({
    cold: { how: 'cgroup v1', ...phases },
    cold_verify: { how: 'computed', ...phases },
    init: { ours_ms: 50, baseline_ms: 100, ratio: 0.5 },
    send: { ours_cpu_us: 2_300, floor_cpu_us: 2_000, ratio: 1.15 },
    denied_warm: { cpu_us: 46, ratio_to_send: 0.02 },
    calls: { email: 4, sms: 6, denied: 3, denied_warm: 0 },
    bundle_bytes: 330_000,
  });
  expect(Object.keys(usd_per_million)).toEqual(['email', 'sms', 'denied', 'denied_warm']);
});

test('the table has a line for every service, and names nothing that is not there', () => {
  const table = tableOf(measured, figuresOf(measured));
  for (const service of ['api gateway', 'waf', 'lambda', 'dynamodb', 'cloudwatch logs', 'xray', 'ses', 'sns']) {
    expect(table).toMatch(new RegExp(`^${service} +\\d`, 'm'));
  }
  expect(table).not.toMatch(/NaN|undefined/);
});

describe('runs are summed up', () => {
  const run = (ours: number) => ({ ours: [ours, 9_000, 0], floor: [100], newConnection: [110], deniedWarm: [5] });

  test('by medians, and by how far apart pairs of processes are', () => {
    expect(summarize([run(120), run(130), run(125)])).toEqual({
      oursUs: 125,
      floorUs: 100,
      newConnectionUs: 110,
      deniedWarmUs: 5,
      ratios: [1.2, 1.3],
    });
  });
});

describe('where nothing can be held, a phase takes', () => {
  test.each([
    ['its waits as they are, and its processor time by the share', { wallMs: 30, cpuMs: 20 }, 10 + 20 / 0.25],
    ['no less than its processor time by the share', { wallMs: 30, cpuMs: 40 }, 40 / 0.25],
  ])('%s', (_, took, ms) => expect(stretched(took, 0.25)).toBe(ms));
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
