import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { waitUntilAllowed } from '../../lib/core/limits.ts';
import { devicesLockout, failuresKept, type Lockout, lockedUntil, strangersLockout } from '../../lib/core/lockout.ts';
import { day, hour, type Millis, minute } from '../../lib/core/time.ts';

/** Newest first, a minute apart, the newest at `end`. */
const run = (count: number, end: Millis): Millis[] => Array.from({ length: count }, (_, i) => end - i * minute);

const now = 1_800_000_000_000;

describe('for strangers a person', () => {
  test.each<[string, Millis[], Millis]>([
    ['is not locked when nothing was wrong', [], 0],
    ['is not locked by 24 failures', run(24, now), 0],
    ['is locked for a day by the twenty-fifth', run(25, now), now + day],
    ['is locked no longer by those that follow while it is locked', run(39, now + 14 * minute), now + day],
    ['is locked for two days by the next one after that', [now + day, ...run(25, now)], now + 3 * day],
    ['for four days by the next', [now + 3 * day, now + day, ...run(25, now)], now + 7 * day],
    ['until it is forgotten by the fortieth', run(40, now), now + failuresKept],
    ['and that much longer by each more', run(41, now), now + failuresKept],
    ['is not locked by failures that 30 days lie between', [now + failuresKept, ...run(24, now)], 0],
    [
      'counts anew, and locks anew, after 30 days',
      [...run(25, now + failuresKept + hour), ...run(39, now)],
      now + failuresKept + hour + day,
    ],
    ['is judged by when it failed, in whatever order that is told', run(25, now).toReversed(), now + day],
  ])('%s', (_, failures, until) => expect(lockedUntil(failures, strangersLockout)).toBe(until));

  test('is never locked for longer than its failures are kept', () => {
    let failures = run(25, now);
    for (let i = 0; i < 14; i++) {
      const until = lockedUntil(failures, strangersLockout);
      expect(until - (failures[0] ?? 0)).toBeLessThanOrEqual(failuresKept);
      failures = [until, ...failures];
    }
  });
});

test('known devices are locked by the tenth failure, until it is forgotten', () => {
  expect(lockedUntil(run(9, now), devicesLockout)).toBe(0);
  expect(lockedUntil(run(10, now), devicesLockout)).toBe(now + failuresKept);
});

describe('over any attack under the default limits', () => {
  const windows = {
    strangers: {
      lockout: strangersLockout,
      limits: [
        { max: 5, window: hour },
        { max: 10, window: day },
      ],
      longest: 64,
    },
    devices: {
      lockout: devicesLockout,
      limits: [
        { max: 5, window: 10 * minute },
        { max: 20, window: hour },
        { max: 40, window: day },
      ],
      longest: 34,
    },
  };
  type Kind = keyof typeof windows;
  const kinds: readonly Kind[] = ['strangers', 'devices'];
  const [ttl, attempts] = [10 * minute, 5];

  /** Sends whenever it may, guesses as often as it likes, and waits for whatever it likes. */
  const moves = fc.array(
    fc.record({
      gap: fc.constantFrom(0, 0, minute, 9 * minute, hour, day, 2 * day, 29 * day),
      send: fc.boolean(),
      guesses: fc.constantFrom(0, 0, 1, 5, 25),
    }),
    { minLength: 20, maxLength: 250 },
  );

  test.each(kinds)('of the %s no run gets longer than it may', (kind) => {
    fc.assert(
      fc.property(moves, (steps) => {
        expect(longestRun(windows[kind], steps)).toBeLessThanOrEqual(windows[kind].longest);
      }),
      { numRuns: 2_500 },
    );
  });

  test.each(kinds)('of the %s a run can get that long: holding back until five challenges are alive', (kind) => {
    const burst = (guesses: number) => [
      ...Array.from({ length: 5 }, () => ({ gap: 0, send: true, guesses: 0 })),
      { gap: 0, send: false, guesses },
    ];
    const pause = (gap: Millis) => ({ gap, send: false, guesses: 0 });
    const attacks = {
      strangers: [...burst(24), pause(hour), ...burst(15), pause(day), ...burst(25)],
      devices: [...burst(9), pause(hour), ...burst(25)],
    };
    expect(longestRun(windows[kind], attacks[kind])).toBe(windows[kind].longest);
  });

  test('in both together it stays below the 100 of NIST SP 800-63B-4 3.2.2', () => {
    expect(windows.strangers.longest + windows.devices.longest).toBeLessThan(100);
  });

  function longestRun(
    { lockout, limits }: { lockout: Lockout; limits: { max: number; window: Millis }[] },
    steps: readonly { gap: Millis; send: boolean; guesses: number }[],
  ): number {
    let at = now;
    let hits: Millis[] = [];
    let failures: Millis[] = [];
    let challenges: { until: Millis; left: number }[] = [];
    let [count, longest] = [0, 0];
    for (const { gap, send, guesses } of steps) {
      at += gap;
      challenges = challenges.filter(({ until, left }) => until > at && left > 0);
      if (send && lockedUntil(failures, lockout) <= at && waitUntilAllowed(hits, limits, at) === 0) {
        hits = [at, ...hits];
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
