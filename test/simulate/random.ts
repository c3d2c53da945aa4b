const { imul } = Math; // in a test, each look at a global is slow

/** The same numbers from the same seed: a linear congruential generator (Numerical Recipes), good enough to vary times. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export const seededBytes =
  (random: () => number) =>
  (count: number): Buffer =>
    Buffer.from(Array.from({ length: count }, () => Math.floor(256 * random())));
