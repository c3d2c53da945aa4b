import leven from 'leven';

/** `CODE_TTL`, `code-ttl` and `codettl` are all meant for `codeTtl`. */
const folded = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

/** The name that is meant by another one, if that differs from it in a quarter of the letters at most. */
export const nearestOf = (name: string, known: readonly string[]): string | undefined =>
  known
    .map((each) => ({ each, edits: leven(folded(name), folded(each)) }))
    .filter(({ each, edits }) => edits <= Math.floor(each.length / 4))
    .toSorted((one, other) => one.edits - other.edits)[0]?.each;
