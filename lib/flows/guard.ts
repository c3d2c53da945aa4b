import QuickLRU from 'quick-lru';
import { type DayOfTexts, type GuardMode, historyDays, historyNeeded } from '../core/guard.ts';
import { type BlockKey, type BudgetKey, daysBefore } from '../core/item-keys.ts';
import { type Millis, second } from '../core/time.ts';

/** `day`: as it is with this text, or as it was where the text was not counted. */
export interface CountedInDay {
  readonly counted: boolean;
  readonly day: DayOfTexts;
}

export interface GuardTable {
  /** Of each day, in this order. */
  readDays(keys: readonly (BudgetKey | BlockKey)[]): Promise<readonly DayOfTexts[]>;
  /** When the guard judged its first text. The first call says so. */
  readFirstTextAt(now: Millis): Promise<Millis>;
}

export interface GuardDeps {
  readonly table: GuardTable;
  readonly guard: GuardMode;
  readonly now: () => Millis;
  /** Told of each text that the guard refuses, or would refuse. */
  readonly onSuspect: (suspect: Suspect) => void;
  /** Told of a fault that costs the person nothing. */
  readonly report: (error: unknown) => void;
}

/** Where texts stay unanswered. */
export interface Suspect {
  readonly scope: 'country' | 'block';
  /** Of the country's day. */
  readonly budget: BudgetKey;
  readonly refused: boolean;
}

/** The day of a country or of a number block, and how many of its texts may be unanswered. */
export interface Judged {
  readonly scope: Suspect['scope'];
  readonly budget: BudgetKey;
  readonly key: BudgetKey | BlockKey;
  readonly cap: (today: DayOfTexts, past: readonly DayOfTexts[]) => number;
}

/** `refused`: by the guard, and not because a budget is spent. */
type Answer<T extends CountedInDay> = T & { readonly refused?: boolean };

/** Counts a text in a day; where `maxUnanswered` is given, only below it. */
type Count<T extends CountedInDay> = (maxUnanswered?: number) => Promise<T>;

interface Known {
  readonly today: DayOfTexts;
  readonly past: readonly DayOfTexts[];
  readonly pastReadAt: Millis;
}

const nothing: Known = { today: { verified: 0, unanswered: 0 }, past: [], pastReadAt: Number.NEGATIVE_INFINITY };

/** No more often does a container read the days before. */
const pastTrusted: Millis = 30 * second;

/**
 * Counts texts of strangers, and holds back those to where too many stay unanswered. The days before are read only where
 * today alone says no: most days nowhere.
 */
export function createGuard({ table, guard, now, onSuspect, report }: GuardDeps) {
  const known = new QuickLRU<string, Known>({ maxSize: 1_000 });
  let firstTextAt: Millis | undefined;
  return { countUnder };

  async function countUnder<T extends CountedInDay>(judged: Judged, count: Count<T>): Promise<Answer<T>> {
    if (guard === 'off') return count();
    return (await isBlocking()) ? countBelow(judged, count) : countAndWatch(judged, count);
  }

  async function countBelow<T extends CountedInDay>(judged: Judged, count: Count<T>): Promise<Answer<T>> {
    const { today, past } = known.get(judged.key) ?? nothing;
    const max = judged.cap(today, past);
    const first = await count(max);
    remember(judged, { today: first.day });
    if (first.counted || first.day.unanswered < max) return first;

    const higher = judged.cap(first.day, await pastOf(judged));
    const last = first.day.unanswered < higher ? await count(higher) : first;
    if (last.counted || last.day.unanswered < higher) return last;
    suspect(judged, true);
    return { ...last, refused: true };
  }

  async function countAndWatch<T extends CountedInDay>(judged: Judged, count: Count<T>): Promise<T> {
    const answer = await count();
    const { past } = known.get(judged.key) ?? nothing;
    if (!answer.counted || answer.day.unanswered <= judged.cap(answer.day, past)) return answer;
    const days = await pastOf(judged).catch(report);
    if (days && answer.day.unanswered > judged.cap(answer.day, days)) {
      suspect(judged, false);
    }
    return answer;
  }

  function suspect({ scope, budget }: Judged, refused: boolean): void {
    onSuspect({ scope, budget, refused });
  }

  async function pastOf(judged: Judged): Promise<readonly DayOfTexts[]> {
    const { past, pastReadAt } = known.get(judged.key) ?? nothing;
    if (now() - pastReadAt < pastTrusted) return past;
    const days = await table.readDays(daysBefore(judged.key, historyDays));
    remember(judged, { past: days, pastReadAt: now() });
    return days;
  }

  function remember({ key }: Judged, news: Partial<Known>): void {
    known.set(key, { ...(known.get(key) ?? nothing), ...news });
  }

  async function isBlocking(): Promise<boolean> {
    if (guard !== 'auto') return guard === 'block';
    firstTextAt ??= await table.readFirstTextAt(now());
    return now() - firstTextAt >= historyNeeded;
  }
}
