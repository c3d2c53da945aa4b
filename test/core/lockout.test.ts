import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { waitUntilAllowed } from '../../lib/core/limits.ts';
import { failuresKept, lockedUntil } from '../../lib/core/lockout.ts';
import { day, hour, type Millis, minute } from '../../lib/core/time.ts';
import { rounds } from '../support/rounds.ts';

/** Newest first, a minute apart, the newest at `end`. */
const run = (count: number, end: Millis): Millis[] => Array.from({ length: count }, (_, i) => end - i * minute);

const now = 1_800_000_000_000;

describe('a target', () => {
  test.each<[string, Millis[], Millis]>([
    ['is not locked when nothing was wrong', [], 0],
    ['is not locked by 49 failures', run(49, now), 0],
    ['is locked for a day by the fiftieth', run(50, now), now + day],
    ['is locked no longer by those that follow while it is locked', run(74, now + 24 * minute), now + day],
    ['is locked for two days by the next one after that', [now + day, ...run(50, now)], now + 3 * day],
    ['for four days by the next', [now + 3 * day, now + day, ...run(50, now)], now + 7 * day],
    ['until it is forgotten by the seventy-fifth', run(75, now), now + failuresKept],
    ['and that much longer by each more', run(76, now), now + failuresKept],
    ['is not locked by failures that 30 days lie between', [now + failuresKept, ...run(49, now)], 0],
    [
      'counts anew, and locks anew, after 30 days',
      [...run(50, now + failuresKept + hour), ...run(74, now)],
      now + failuresKept + hour + day,
    ],
  ])('%s', (_, failures, until) => expect(lockedUntil(failures)).toBe(until));

  test('is never locked for longer than its failures are kept', () => {
    let failures = run(50, now);
    for (let i = 0; i < 24; i++) {
      const until = lockedUntil(failures);
      expect(until - (failures[0] ?? 0)).toBeLessThanOrEqual(failuresKept);
      failures = [until, ...failures];
    }
  });
});

describe('over any attack under the default limits', () => {
  const limits = [
    { max: 1, window: minute },
    { max: 5, window: hour },
    { max: 10, window: day },
  ];
  const [ttl, attempts] = [10 * minute, 5];

  /** Sends whenever it may, guesses as often as it likes, and waits for whatever it likes. */
  const moves = fc.array(
    fc.record({
      gap: fc.constantFrom(minute, minute, minute, 9 * minute, hour, day, 2 * day, 29 * day),
      send: fc.boolean(),
      guesses: fc.constantFrom(0, 0, 1, 5, 25),
    }),
    { minLength: 20, maxLength: 250 },
  );

  test('never 100 guesses fail in a row', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        expect(longestRun(steps)).toBeLessThan(100);
      }),
      { numRuns: rounds(5_000) },
    );
  });

  test('99 can: that is what holding back until as many challenges as may be are alive gives', () => {
    const burst = (guesses: number) => [
      ...Array.from({ length: 4 }, () => ({ gap: minute, send: true, guesses: 0 })),
      { gap: minute, send: true, guesses },
    ];
    const pause = (gap: Millis) => ({ gap, send: false, guesses: 0 });
    const attack = [
      ...burst(25),
      pause(hour),
      ...burst(24),
      pause(day),
      ...burst(25),
      pause(day),
      ...burst(25),
      pause(2 * day),
      ...burst(25),
    ];
    expect(longestRun(attack)).toBe(99);
  });

  function longestRun(steps: readonly { gap: Millis; send: boolean; guesses: number }[]): number {
    let at = now;
    let sentAt: Millis[] = [];
    let failures: Millis[] = [];
    let challenges: { until: Millis; left: number }[] = [];
    let [count, longest] = [0, 0];
    for (const { gap, send, guesses } of steps) {
      at += gap;
      challenges = challenges.filter(({ until, left }) => until > at && left > 0);
      if (send && lockedUntil(failures) <= at && waitUntilAllowed(sentAt, limits, at) === 0) {
        sentAt = [at, ...sentAt];
        challenges.push({ until: at + ttl, left: attempts });
      }
      for (let i = 0; i < guesses; i++) {
        const challenge = challenges.find(({ left }) => left > 0);
        if (!challenge) break;
        challenge.left--;
        count = at - (failures[0] ?? 0) >= failuresKept ? 1 : count + 1;
        failures = [at, ...failures];
        longest = Math.max(longest, count);
      }
    }
    return longest;
  }
});
