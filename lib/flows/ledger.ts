import { deadline } from '../core/deadlines.ts';
import type { Millis } from '../core/time.ts';

type GiveBack = () => Promise<unknown>;

export interface LedgerDeps {
  readonly now: () => Millis;
  /** Told of a fault after which a person waits longer than needed. */
  readonly report: (error: unknown) => void;
}

/** What one request has counted, to be given back if certainly nothing is sent. */
export interface Ledger {
  /** `giveBack` must do no harm where nothing was counted. */
  note(giveBack: GiveBack): void;
  /** Notes `giveBack` if `count` counted, and also if it threw: nobody can tell then. */
  count<T>(count: () => Promise<T>, isCounted: (result: T) => boolean, giveBack: GiveBack): Promise<T>;
  /** Does nothing after the deadline: a function that was frozen must not take back what others have seen since. */
  giveBack(): Promise<void>;
}

export function createLedger({ now, report }: LedgerDeps, began: Millis): Ledger {
  const counted: GiveBack[] = [];
  return {
    note: (giveBack) => void counted.push(giveBack),
    async count(count, isCounted, giveBack) {
      counted.push(giveBack);
      const result = await count();
      if (!isCounted(result)) counted.splice(counted.indexOf(giveBack), 1);
      return result;
    },
    async giveBack() {
      if (counted.length === 0 || now() - began > deadline) return;
      const results = await Promise.allSettled(counted.splice(0).map((giveBack) => giveBack()));
      for (const result of results) if (result.status === 'rejected') report(result.reason);
    },
  };
}
