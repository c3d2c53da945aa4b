import { describe, expect, test } from '@jest/globals';
import { type Caller, callerFromIp } from '../../lib/core/caller.ts';
import type { ChallengeId } from '../../lib/core/challenge-id.ts';
import type { Passcode } from '../../lib/core/passcode.ts';
import { day, hour, minute, second } from '../../lib/core/time.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';
import { attackerSizes, lockoutTable, victims } from '../simulate/lockout.ts';
import { type BothHalves, setUpBoth, targetOf } from '../support/both-halves.ts';
import { someEmail, someIp } from '../support/people.ts';
import { longestRun, oddsTable } from '../tools/odds.ts';
import { read, section } from './pages.ts';

const page = 'docs/security.md';
const tableIn = (title: string): readonly string[] =>
  section(page, title)
    .split('\n')
    .filter((line) => line.startsWith('|'));

test('docs/security.md states the odds that follow from the settings and constants in force', () => {
  expect(tableIn('The odds')).toEqual(oddsTable);
});

test('under the default settings no run of wrong codes reaches the 100 of NIST SP 800-63B-4 3.2.2', () => {
  expect(longestRun).toBeLessThan(100);
  expect(read(page)).toContain(`${longestRun} is the longest run`);
});

const [known, , late] = victims.map(({ name }) => name);

describe.each([
  ['A week of wrong codes', true, attackerSizes.thatGuess],
  ['A week of asking', false, attackerSizes.thatAsk],
] as const)('%s', (title, guesses, sizes) => {
  interface Row {
    readonly person: string;
    readonly addresses: number;
    readonly isAllAtOnce: boolean;
    readonly isAllInTime: boolean;
    readonly waitsAMinuteAtMost: boolean;
    readonly longestRun: number;
  }
  const isAll = (cell = ''): boolean => /^([1-9]\d*) of \1$/.test(cell);
  const rows = tableIn(title)
    .slice(2)
    .map((line): Row => {
      const [, person = '', addresses = '', atOnce, inTime, wait = '', , , run] = line.split(/ *\| */);
      return {
        person,
        addresses: Number(addresses.replace(',', '')),
        isAllAtOnce: isAll(atOnce),
        isAllInTime: isAll(inTime),
        waitsAMinuteAtMost: Number(/^(\d+) s$/.exec(wait)?.[1]) <= 60,
        longestRun: Number(run),
      };
    });

  test('is on the page as the simulation plays it', async () => {
    expect(tableIn(title)).toEqual(await lockoutTable(guesses));
  });

  test('keeps nobody waiting on a known device, however many addresses there are', () => {
    const ofKnown = rows.filter(({ person }) => person === known);
    expect(ofKnown.map(({ addresses }) => addresses)).toEqual(sizes);
    expect(ofKnown.filter(({ isAllAtOnce }) => !isAllAtOnce)).toEqual([]);
  });

  test('from one address keeps nobody out for more than a minute, on a new device either', () => {
    const fromOne = rows.filter(({ person, addresses }) => person !== known && addresses === 1);
    expect(fromOne).toHaveLength(2);
    expect(fromOne.at(-1)?.person).toBe(late);
    expect(fromOne.filter(({ isAllInTime, waitsAMinuteAtMost }) => !(isAllInTime && waitsAMinuteAtMost))).toEqual([]);
  });

  test('never makes a longer run than there can be', () => {
    expect(Math.max(...rows.map((row) => row.longestRun))).toBeLessThanOrEqual(longestRun);
  });
});

/** What the simulated strangers do not do: they answer each code before they ask for the next one. */
describe('the fewest addresses that keep a person out on a new device, as the page says,', () => {
  const policy = readVerifyConfig({
    TABLE_NAME: 'few',
    LOGIN_CODE_SECRET: 'f'.repeat(32),
    PUBLIC_URL: 'https://login.example.com',
    EMAIL_FROM: 'login@example.com',
    ENVIRONMENT: 'development',
  });
  const person = targetOf({ email: someEmail() });
  const [one, two, three, own] = Array.from({ length: 4 }, () => callerFromIp(someIp())) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ];

  async function ask(both: BothHalves, caller: Caller): Promise<ChallengeId> {
    const result = await both.send(person, { caller });
    if (result.outcome !== 'sent') throw new Error(result.outcome);
    return result.challengeId;
  }

  /** As many codes of this caller as are asked for a minute apart, before any is answered. */
  async function collect(both: BothHalves, caller: Caller, codes: number): Promise<ChallengeId[]> {
    const collected: ChallengeId[] = [];
    for (let i = 0; i < codes; i++) {
      collected.push(await ask(both, caller));
      both.clock.now += minute;
    }
    return collected;
  }

  async function answerWrongly(both: BothHalves, challenges: readonly ChallengeId[], times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      const challengeId = challenges[Math.floor(i / 5)] as ChallengeId;
      const { outcome } = await both.verify(person, { challengeId, code: 'wrong' as Passcode, caller: own });
      expect(outcome).toBe('wrong');
      both.clock.now += 5 * second;
    }
  }

  async function waitFor(both: BothHalves, caller: Caller): Promise<void> {
    const result = await both.send(person, { caller });
    if (result.outcome !== 'denied') throw new Error(result.outcome);
    both.clock.now = result.denial.until;
  }

  const daysLocked = async (both: BothHalves): Promise<number> => {
    const result = await both.send(person, { caller: own });
    return result.outcome === 'denied' ? Math.round((result.denial.until - both.clock.now) / day) : 0;
  };

  test('two lock for a day with five codes, three for 30 days with eight', async () => {
    const both = setUpBoth(policy);
    await answerWrongly(both, [...(await collect(both, one, 3)), ...(await collect(both, two, 2))], 25);
    expect(await daysLocked(both)).toBe(1);
    both.clock.now += day;
    await answerWrongly(both, await collect(both, three, 3), 15);
    expect(await daysLocked(both)).toBe(30);
  });

  test('one never locks, however it chooses its moments', async () => {
    const both = setUpBoth(policy);
    for (let month = 0; month < 3; month++) {
      await answerWrongly(both, await collect(both, one, 2), 9);
      both.clock.now += day;
      await answerWrongly(both, await collect(both, one, 3), 15);
      expect(await daysLocked(both)).toBe(0);
      await waitFor(both, one);
    }
  });

  test('three that are always first use up every code', async () => {
    const both = setUpBoth(policy);
    const began = both.clock.now;
    const strangers = [one, two, three].map((caller) => ({ caller, next: began }));
    let got = 0;
    for (; both.clock.now < began + 3 * day; both.clock.now += minute) {
      for (const stranger of strangers.filter(({ next }) => both.clock.now >= next)) {
        const result = await both.send(person, { caller: stranger.caller });
        stranger.next = result.outcome === 'denied' ? result.denial.until : both.clock.now;
      }
      const isPersonThere = both.clock.now >= began + hour;
      if (isPersonThere && (await both.send(person, { caller: own })).outcome === 'sent') got++;
    }
    expect(got).toBe(0);
  });
});
