import { seeded } from '../simulate/random.ts';

/** Everything that is chosen, from one seed. */
export interface Chance {
  below(count: number): number;
  /** True once in so many times. */
  oneIn(count: number): boolean;
  pick<T>(choices: readonly T[]): T;
  text(maxLength: number): string;
  bytes(maxLength: number): Buffer;
}

export function createChance(seed: number): Chance {
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const codes = [0x20, 0x7f, 0xff, 0x2fff, 0xffff]; // the last one reaches lone surrogates
  return {
    below,
    oneIn: (count) => below(count) === 0,
    pick,
    text: (maxLength) => String.fromCharCode(...Array.from({ length: below(maxLength) }, () => below(pick(codes)))),
    bytes: (maxLength) => Buffer.from(Array.from({ length: below(maxLength) }, () => below(256))),
  };
}
