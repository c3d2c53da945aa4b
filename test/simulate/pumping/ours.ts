import {
  blockCap,
  busyCountryCap,
  countryCap,
  type DayOfTexts,
  historyDays,
  historyNeeded,
  isBusy,
  minCap,
} from '../../../lib/core/guard.ts';
import { day, hour, type Millis } from '../../../lib/core/time.ts';
import { poolOf, pools, type Wanted } from './corpus.ts';
import type { Guard } from './play.ts';
import { createSliding } from './sliding.ts';

const { floor } = Math; // in a test, each look at a global is slow

type Tally = { -readonly [Count in keyof DayOfTexts]: number };

const none: DayOfTexts = { verified: 0, unanswered: 0 };

/** The longest by default. The attacks keep to it. */
const callerLimit = { max: 100, window: hour };

interface Ours extends Guard {
  /** How many texts may be unanswered on this day in all countries together. */
  capOn(today: number): number;
}

/** The service's guard by default: its own caps, over counters in memory. The first text is asked for at 0. */
export function createOurs(): Ours {
  const tallies = new Map<string, Map<number, Tally>>();
  const held = new Map<Wanted, readonly Tally[]>();
  const callers = new Map<string, ReturnType<typeof createSliding>>();
  return { asks, answers, capOn };

  function asks(wanted: Wanted, at: Millis): boolean {
    const today = floor(at / day);
    const pool = poolOf(wanted.country);
    const country = tallyOf(pool, today);
    const block = tallyOf(wanted.block, today);
    const cap = hitMakesBusy(wanted.caller, at) ? busyCountryCap : countryCap;
    if (wanted.by !== 'known device' && at >= historyNeeded) {
      if (isOver(block, minCap.block, () => blockCap(block, historyOf(wanted.block, today)))) return false;
      if (isOver(country, minCap.busyCountry, () => cap(country, historyOf(pool, today)))) return false;
    }
    country.unanswered++;
    block.unanswered++;
    held.set(wanted, [country, block]);
    return true;
  }

  /** A code that was sent again is answered where its first text counts. */
  function answers(wanted: Wanted): void {
    const own = held.get(wanted);
    if (!own) return;
    for (const tally of (wanted.first && held.get(wanted.first)) ?? own) {
      tally.verified++;
      tally.unanswered--;
    }
  }

  function hitMakesBusy(caller: string, at: Millis): boolean {
    const hits = callers.get(caller) ?? createSliding(hour);
    callers.set(caller, hits);
    hits.add({ at, stands: true });
    return isBusy([{ limit: callerLimit, remaining: callerLimit.max - hits.countAt(at), moreAfter: 0 }]);
  }

  function capOn(today: number): number {
    return pools
      .map((pool) => countryCap(tallyOf(pool, today), historyOf(pool, today)))
      .reduce((sum, cap) => sum + cap, 0);
  }

  function tallyOf(name: string, today: number): Tally {
    const byDay = tallies.get(name) ?? new Map<number, Tally>();
    const tally = byDay.get(today) ?? { ...none };
    tallies.set(name, byDay.set(today, tally));
    return tally;
  }

  function historyOf(name: string, today: number): DayOfTexts[] {
    const byDay = tallies.get(name);
    return Array.from({ length: historyDays }, (_, i) => byDay?.get(today - 1 - i) ?? none);
  }
}

/** As the service does, looks back only where today alone says no. */
const isOver = ({ unanswered }: Tally, least: number, cap: () => number): boolean =>
  unanswered >= least && unanswered >= cap();
