import { isDeepStrictEqual } from 'node:util';
import { listed, type Schema, typesOf } from './schema.ts';

/** Whether every value of the inner schema is one of the outer, as far as this limit goes. */
type Fits = (inner: Schema, outer: Schema) => boolean;

const noLower =
  (word: 'minimum' | 'minLength' | 'minItems'): Fits =>
  (inner, outer) =>
    (inner[word] ?? Number.NEGATIVE_INFINITY) >= (outer[word] ?? Number.NEGATIVE_INFINITY);
const noHigher =
  (word: 'maximum' | 'maxLength'): Fits =>
  (inner, outer) =>
    (inner[word] ?? Number.POSITIVE_INFINITY) <= (outer[word] ?? Number.POSITIVE_INFINITY);
/** Which of two patterns is narrower cannot be told: one that differs does not fit. */
const same =
  (word: 'pattern' | 'format'): Fits =>
  (inner, outer) =>
    outer[word] === undefined || inner[word] === outer[word];

const fits: Readonly<Record<string, Fits>> = {
  type: (inner, outer) => {
    const [some, all] = [typesOf(inner), typesOf(outer)];
    return all.size === 0 || (some.size > 0 && [...some].every((type) => all.has(type)));
  },
  required: (inner, outer) => (outer.required ?? []).every((name) => inner.required?.includes(name)),
  pattern: same('pattern'),
  format: same('format'),
  minimum: noLower('minimum'),
  minLength: noLower('minLength'),
  minItems: noLower('minItems'),
  maximum: noHigher('maximum'),
  maxLength: noHigher('maxLength'),
};

const within: Fits = (inner, outer) => {
  const all = listed(outer);
  return !all || !!listed(inner)?.every((value) => all.some((one) => isDeepStrictEqual(one, value)));
};

/** The words of the schema by which some value of the inner one may be none of the outer. */
export function broken(inner: Schema, outer: Schema): readonly string[] {
  // Values that are listed, and all in the other list, need no further limit.
  if (listed(inner) && listed(outer)) return within(inner, outer) ? [] : ['enum'];
  const words = Object.keys(fits).filter((word) => !fits[word]?.(inner, outer));
  return within(inner, outer) ? words : [...words, 'enum'];
}
