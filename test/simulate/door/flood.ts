import type { Firewall } from './firewall.ts';

/** How each address of a flood asks: requests in this second. */
export type Ask = (source: number, second: number, firewall: Firewall | undefined) => number;

export interface Manner {
  readonly name: string;
  /** Requests a second of one address, from which an attacker chooses. */
  readonly rates: readonly number[];
  readonly ask: (rate: number, sources: number) => Ask;
}

const upTo100 = [2, 5, 20, 100];

/** 480 in five minutes. */
const unnoticed: Manner = { name: "just below the firewall's rate", rates: [1.6], ask: (rate) => () => rate };

const always: Manner = { name: 'without pause', rates: [...upTo100, 1_000], ask: (rate) => () => rate };

/** A round takes about as long as the firewall takes to notice an address and to forget it. */
const round = 350;

/** Each until it is blocked. Then it is quiet until the firewall has forgotten it, while others ask. */
const inTurns = (rates: readonly number[]): Manner => ({
  name: `in turns, up to ${Math.max(...rates).toLocaleString('en')} a second`,
  rates,
  ask(rate, sources) {
    const resting = new Set<number>();
    return (source, second, firewall) => {
      if (second < (source * round) / sources) return 0;
      if (firewall?.isBlocked(source)) resting.add(source);
      else if (firewall?.countOf(source) === 0) resting.delete(source);
      return resting.has(source) ? 0 : rate;
    };
  },
});

export const manners = { unnoticed, always, inTurns: inTurns(upTo100), fastInTurns: inTurns([1_000]) };
