import { blockCap, countryCap, type DayOfTexts, historyDays } from '../../../lib/core/guard.ts';
import { day, type Millis } from '../../../lib/core/time.ts';
import { countries, type Wanted } from './corpus.ts';
import type { Guard } from './play.ts';

type Tally = { -readonly [Count in keyof DayOfTexts]: number };

const none: DayOfTexts = { verified: 0, unanswered: 0 };

/** The service's guard as it blocks: its own caps, over counters in memory. */
export function createOurs(): Guard {
  const tallies = new Map<string, Map<number, Tally>>();
  const held = new Map<Wanted, readonly Tally[]>();
  return { asks, answers };

  function asks(wanted: Wanted, at: Millis): boolean {
    const today = Math.floor(at / day);
    const country = tallyOf(poolOf(wanted.country), today);
    const block = tallyOf(wanted.block, today);
    if (wanted.by !== 'known device') {
      if (block.unanswered >= blockCap(block, historyOf(wanted.block, today))) return false;
      if (country.unanswered >= countryCap(country, historyOf(poolOf(wanted.country), today))) return false;
    }
    country.unanswered++;
    block.unanswered++;
    held.set(wanted, [country, block]);
    return true;
  }

  /** A code that was sent again is answered where its first text counts. */
  function answers(wanted: Wanted): void {
    for (const tally of (wanted.first && held.get(wanted.first)) ?? held.get(wanted) ?? []) {
      tally.verified++;
      tally.unanswered--;
    }
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

/** Countries that have no budget of their own share one. */
const poolOf = (country: string): string => ((countries as readonly string[]).includes(country) ? country : '*');
