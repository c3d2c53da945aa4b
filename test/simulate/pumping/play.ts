import { day, type Millis } from '../../../lib/core/time.ts';
import type { Happening, Wanted } from './corpus.ts';

export interface Guard {
  /** Whether the text is sent. */
  asks(wanted: Wanted, at: Millis): boolean;
  answers(wanted: Wanted, at: Millis): void;
}

type Who = Wanted['by'];

export interface Played {
  readonly asked: Readonly<Record<Who, number>>;
  readonly refused: Readonly<Record<Who, number>>;
  /** Texts of the attacker on the worst day. */
  readonly worstDay: number;
}

const nobody = (): Record<Who, number> => ({ 'known device': 0, 'first-timer': 0, attacker: 0 });

/** A text that was refused is not answered. */
export function play(happenings: readonly Happening[], guard: Guard): Played {
  const asked = nobody();
  const refused = nobody();
  const sent = new Set<Wanted>();
  const perDay = new Map<number, number>();
  for (const { at, what, wanted } of happenings) {
    if (what === 'answers') {
      if (sent.has(wanted)) guard.answers(wanted, at);
      continue;
    }
    asked[wanted.by]++;
    if (guard.asks(wanted, at)) {
      sent.add(wanted);
      if (wanted.by === 'attacker') perDay.set(Math.floor(at / day), (perDay.get(Math.floor(at / day)) ?? 0) + 1);
    } else {
      refused[wanted.by]++;
    }
  }
  return { asked, refused, worstDay: Math.max(0, ...perDay.values()) };
}
