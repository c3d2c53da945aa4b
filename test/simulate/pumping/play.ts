import { strangersPart } from '../../../lib/core/budget.ts';
import { day, type Millis } from '../../../lib/core/time.ts';
import { budget, type Happening, poolOf, type Wanted } from './corpus.ts';

const { floor } = Math; // in a test, each look at a global is slow

export interface Guard {
  /** Whether the text is sent. */
  asks(wanted: Wanted, at: Millis): boolean;
  /** Does nothing if the text was not sent. */
  answers(wanted: Wanted, at: Millis): void;
}

export const noGuard: Guard = { asks: () => true, answers() {} };

type Who = Wanted['by'];
type Count = Record<Who, number>;

export interface Played {
  readonly asked: Readonly<Count>;
  readonly refused: Readonly<Count>;
  /** Texts of the attacker that were sent. */
  readonly pumped: number;
}

const nobody = (): Count => ({ 'known device': 0, 'first-timer': 0, attacker: 0 });

/** Budgets hold whatever the guard says. */
export function play(happenings: readonly Happening[], guard: Guard): Played {
  const [asked, refused] = [nobody(), nobody()];
  const spent = new Map<string, Count>();
  for (const { at, what, wanted } of happenings) {
    if (what === 'asks') {
      asked[wanted.by]++;
      if (!isSent(wanted, at)) refused[wanted.by]++;
    } else {
      guard.answers(wanted, at);
    }
  }
  return { asked, refused, pumped: asked.attacker - refused.attacker };

  function isSent(wanted: Wanted, at: Millis): boolean {
    const key = `${poolOf(wanted.country)} ${floor(at / day)}`;
    const count = spent.get(key) ?? nobody();
    spent.set(key, count);
    const strangers = count['first-timer'] + count.attacker;
    const max =
      wanted.by === 'known device' ? budget - strangers - count['known device'] : strangersPart(budget) - strangers;
    if (max <= 0 || !guard.asks(wanted, at)) return false;
    count[wanted.by]++;
    return true;
  }
}
