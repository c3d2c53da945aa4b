/** How a language writes numbers, durations and moments. Made at build by `infra/build/generate/phrases.ts`. */
export interface Phrases {
  /** From zero to nine, if they are not those of ASCII. */
  readonly digits?: string;
  /** For each number up to 199, which of the forms in `units` it takes: `1011` means the first for 1 alone. */
  readonly forms: string;
  /** `{n} days`. */
  readonly units: Readonly<Record<Unit, readonly string[]>>;
  /** What stands between the parts of a list: of two, of three and of four. */
  readonly joints: readonly (readonly string[])[];
  /** January first, in the letters of Unicode's date patterns (UTS 35): `January {d}, {y} at {HH}:{mm}`. */
  readonly months: readonly string[];
  /** What the calendar adds to the year: Thai counts from the death of the Buddha. */
  readonly yearsAhead: number;
}

export type Unit = 'days' | 'hours' | 'minutes' | 'seconds';
