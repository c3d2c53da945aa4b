import { day, type Millis } from '../../../lib/core/time.ts';
import { closing, closingDay } from './attacks.ts';
import { type Happening, inOrder, type Wanted } from './corpus.ts';
import { createOurs } from './ours.ts';
import { play } from './play.ts';

export interface KeptOut {
  /** Texts of the attacker that were sent. */
  readonly pumped: number;
  /** Parts of those who ask in the US on the day of the attack. */
  readonly firstTimers: number;
  readonly knownDevices: number;
  /** First-timers in all other countries, on that day. */
  readonly elsewhere: number;
}

/** What the guard refuses to people, while so many addresses have texts sent to keep them out. */
export function keepOut(people: readonly Happening[], addresses: number): KeptOut {
  const guard = createOurs();
  const asked: { readonly wanted: Wanted; readonly sent: boolean }[] = [];
  const asks = (wanted: Wanted, at: Millis): boolean => {
    const sent = guard.asks(wanted, at);
    if (Math.floor(at / day) === closingDay) asked.push({ wanted, sent });
    return sent;
  };
  const { pumped } = play(inOrder([...people, ...closing(addresses)]), { ...guard, asks });
  const refusedOf = (by: Wanted['by'], isUs: boolean): number => {
    const all = asked.filter(({ wanted }) => wanted.by === by && (wanted.country === 'US') === isUs);
    return all.filter(({ sent }) => !sent).length / all.length;
  };
  return {
    pumped,
    firstTimers: refusedOf('first-timer', true),
    knownDevices: refusedOf('known device', true),
    elsewhere: refusedOf('first-timer', false),
  };
}
