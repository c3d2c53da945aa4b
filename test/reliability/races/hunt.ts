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

const slice = 5 * second;

/** Races a broken build, until it is caught or so many slices are over. */
export async function hunt(build: Build, options: Omit<RaceOptions, 'build'>, slices = 6): Promise<Hunted> {
  const race = await startRace({ ...options, build: build.name });
  try {
    for (let left = slices; ; left--) {
      await race.play(slice);
      const history = await race.history();
      const caught = violationsIn(history, race.terms).find(({ rule }) => rule === build.rule);
      if (!caught && left > 1) continue;
      const operations = history.operations.filter(({ completed }) => completed <= (caught?.at ?? Infinity)).length;
      return { build, caught, operations, history };
    }
  } finally {
    await race.close();
  }
}
