import { type Facts, isUnknown } from './facts.ts';
import type { Person } from './history.ts';

/** Those for whom so many wrong codes may have been counted. A write that was tried again may have counted twice. */
export function withWrongCodes(
  verifies: Facts['verifies'],
  whose: (person: Person) => string,
  min: number,
): ReadonlySet<string> {
  const wrong = verifies.filter((verify) => verify.answer?.problem === 'code-invalid' || isUnknown(verify));
  const runs = Map.groupBy(wrong, ({ asked }) => whose(asked.person));
  const long = [...runs].filter(([, its]) => its.length + its.filter(({ retried }) => retried).length >= min);
  return new Set(long.map(([name]) => name));
}
