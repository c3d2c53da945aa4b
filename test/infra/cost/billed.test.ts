import { describe, expect, test } from '@jest/globals';
import { billedMs, partsOf, requestsPerStart, shareOf, type Timing, warmMs } from '../../../infra/cost/billed.ts';
import { heldMs } from '../../../infra/cost/held.ts';
import { measured } from '../../../infra/cost/measured.ts';
import { stated } from '../../../infra/cost/stated.ts';
import { waits } from '../../../infra/cost/waits.ts';

describe('held to a share, processor time takes', () => {
  test.each([
    [0, [], 0.289, 0],
    [100, [], 1, 100],
    [10, [5, 5], 1, 20],
    [4, [1_000], 0.289, 1_004],
  ])('%d ms with waits of %j at %d of a processor: %d ms', (processor, pauses, share, ms) => {
    expect(heldMs(processor, pauses, share)).toBeCloseTo(ms);
  });

  test('nearly its inverse times as long when it only works', () => {
    const held = heldMs(200, [], 0.25);
    expect(held).toBeGreaterThan(0.95 * (200 / 0.25));
    expect(held).toBeLessThanOrEqual(200 / 0.25);
  });

  test('never less than itself and its waits, and never more than as if all of it were held and one slice more a burst', () => {
    for (const [processor, pauses, share] of [
      [10, [6, 6, 6, 50], 0.145],
      [37, [3, 90], 0.289],
      [130, [6, 6, 6, 50], 0.579],
    ] as const) {
      const waited = pauses.reduce((sum, ms) => sum + ms, 0);
      const held = heldMs(processor, pauses, share);
      expect(held).toBeGreaterThanOrEqual(processor + waited - 1e-6);
      expect(held).toBeLessThanOrEqual(processor / share + waited + 20 * (pauses.length + 1));
    }
  });
});

describe('a request is billed for', () => {
  const ends = { email: 10, sms: 10, denied: 10, denied_caller: 10, denied_warm: 0, verified: 10 };
  const start = { initMs: 100, firstMs: 10 };
  const timing: Timing = { request: ends, start: { send: start, verify: start } };

  test('its processor time, each wait, and its part of a start', () => {
    const parts = partsOf('email', timing, 1_769);
    expect(parts).toMatchObject({ dynamodb: 3 * waits.dynamodb.ms, ses: waits.ses.ms, sns: 0, kms: 0 });
    expect(parts.processor).toBeCloseTo(10);
    const begun = 100 + waits.runtime.ms + waits.secrets.ms + 2 * waits.connection.ms;
    expect(parts.start).toBeCloseTo(begun / requestsPerStart);
    expect(billedMs('email', timing, 1_769)).toBeCloseTo(Object.values(parts).reduce((sum, ms) => sum + ms, 0));
  });

  test('a start that takes longer where its first request takes more processor time', () => {
    const slower = { ...timing, start: { ...timing.start, send: { ...start, firstMs: 110 } } };
    const startOf = (of: Timing): number => partsOf('email', of, 1_769).start * requestsPerStart;
    expect(startOf(slower) - startOf(timing)).toBeCloseTo(100);
  });

  test.each([
    [256, 256 / 1_769],
    [1_769, 1],
    [3_008, 1],
  ])('at %d MB with %d of a processor', (memory, share) => expect(shareOf(memory)).toBe(share));
});

test('no request takes longer than what the worst day is reckoned with', () => {
  const memory = stated.memory * 1_024;
  const { 'send-login-code': send, 'verify-login-code': verify } = stated.dearest;
  for (const end of ['email', 'sms', 'denied', 'denied_caller', 'denied_warm'] as const) {
    expect(warmMs(end, measured.timing, memory)).toBeLessThanOrEqual(send.billedMs);
  }
  expect(warmMs('verified', measured.timing, memory)).toBeLessThanOrEqual(verify.billedMs);
});
