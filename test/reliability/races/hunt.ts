import { second } from '../../../lib/core/time.ts';
import type { Build } from './builds.ts';
import { violationsIn } from './checker.ts';
import type { Violation } from './facts.ts';
import type { History } from './history.ts';
import { type RaceOptions, startRace } from './race.ts';

/** What came of a race that a broken build ran. */
export interface Hunted {
  readonly build: Build;
  /** Of the rule that had to catch it. Absent: it was not caught. */
  readonly caught?: Violation | undefined;
  /** Over before it was caught. */
  readonly operations: number;
  readonly history: History;
}

/** After each, all is looked at. */
const slice = 2 * second;

/** Then it was not caught. Requests, and not seconds: a slow machine only takes longer. */
const maxOperations = 3_000;

/** Races a broken build until it is caught. */
export async function hunt(build: Build, options: Omit<RaceOptions, 'build'>): Promise<Hunted> {
  const race = await startRace({ ...options, build: build.name });
  try {
    for (;;) {
      await race.play(slice);
      const history = await race.history();
      const { length } = history.operations;
      const caught = violationsIn(history, race.terms).find(({ rule }) => rule === build.rule);
      if (!caught && length < maxOperations) continue;
      const operations = history.operations.filter(({ completed }) => completed <= (caught?.at ?? Infinity)).length;
      return { build, caught, operations, history };
    }
  } finally {
    await race.close();
  }
}
