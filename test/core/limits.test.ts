import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { denialOf } from '../../lib/core/denial.ts';
import { type Limit, quotas, waitUntilAllowed } from '../../lib/core/limits.ts';
import { minute, second } from '../../lib/core/time.ts';
import { histories, limitsOf, replay } from '../support/histories.ts';
import { rounds } from '../support/rounds.ts';

const once = { max: 1, window: minute };
const thrice = { max: 3, window: 10 * minute };

describe('one more', () => {
  test.each<[string, number[], Limit[], number, number]>([
    ['may go at once when nothing was sent', [], [once, thrice], 0, 0],
    ['waits for the newest to leave a limit of one', [1_000], [once], 1_000, minute],
    ['waits a millisecond less a millisecond later', [1_000], [once], 1_001, minute - 1],
    ['waits one millisecond just before the window ends', [1_000], [once], minute + 999, 1],
    ['may go the moment the window ends', [1_000], [once], minute + 1_000, 0],
    ['waits for the third newest of a limit of three', [30_000, 20_000, 10_000, 0], [thrice], 30_000, 580_000],
    ['waits for the longest of several limits', [60_000, 30_000, 0], [once, thrice], 70_000, 530_000],
    ['is never kept by a limit that is not reached', [5_000], [thrice], 5_000, 0],
    ['is never kept when limits are off', [5_000, 4_000], [], 5_000, 0],
  ])('%s', (_, hits, limits, now, wait) => {
    expect(waitUntilAllowed(hits, limits, now)).toBe(wait);
  });

  test('is told of the limit that asks for the longest wait', () => {
    const window = { limiter: 'target' as const, limits: [once, thrice] };
    const times = { hits: [60_000, 30_000, 0], shareHits: [], wrong: [], lockedUntil: 0, unreachableUntil: 0 };
    expect(denialOf(window, times, 70_000)).toEqual({ limiter: 'target', limit: thrice, until: 600_000 });
  });
});

describe('over any history', () => {
  const runs = { numRuns: rounds(10_000) };

  test('never accepts more than max in any window', () => {
    fc.assert(
      fc.property(limitsOf(), histories(), (limits, asks) => {
        const accepted = replay(limits, asks)
          .filter(({ wait }) => wait === 0)
          .map(({ at }) => at);
        for (const { max, window } of limits) {
          for (const end of accepted) {
            const inWindow = accepted.filter((at) => at > end - window && at <= end);
            expect(inWindow.length).toBeLessThanOrEqual(max);
          }
        }
      }),
      runs,
    );
  });

  test('names a wait that is exact to the second on both sides', () => {
    fc.assert(
      fc.property(limitsOf(), histories(), (limits, asks) => {
        const run = replay(limits, asks);
        for (const { at, wait, hits } of run.filter(({ wait }) => wait > 0)) {
          const reported = Math.ceil(wait / second) * second;
          expect(waitUntilAllowed(hits, limits, at + reported)).toBe(0);
          expect(waitUntilAllowed(hits, limits, at + reported - second)).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  test('refuses only what would break a limit', () => {
    fc.assert(
      fc.property(limitsOf(), histories(), (limits, asks) => {
        for (const { at, wait, hits } of replay(limits, asks)) {
          const full = limits.some(({ max, window }) => hits.filter((mark) => mark > at - window).length >= max);
          expect(wait > 0).toBe(full);
        }
      }),
      runs,
    );
  });

  test('shows a quota that is what may still be sent at once, and when more comes', () => {
    fc.assert(
      fc.property(limitsOf(), histories(), (limits, asks) => {
        const { at, hits } = replay(limits, asks).at(-1) ?? { at: 0, hits: [] };
        for (const { limit, remaining, moreAfter } of quotas(hits, limits, at)) {
          const after = [...Array(remaining).fill(at), ...hits];
          expect(waitUntilAllowed(after, [limit], at)).toBeGreaterThan(0);
          if (remaining > 0) expect(waitUntilAllowed(after.slice(1), [limit], at)).toBe(0);
          if (remaining < limit.max)
            expect(quotas(hits, [limit], at + moreAfter)[0]?.remaining).toBeGreaterThan(remaining);
        }
      }),
      runs,
    );
  });
});
