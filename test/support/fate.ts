import fc from 'fast-check';

/** What may befall one call to the table: it works, its answer is lost and it is tried again, or the process dies. */
export type Fate = 'works' | 'answer lost, retried' | 'dies before' | 'dies after';

export const fates = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Fate>('works') },
  { weight: 3, arbitrary: fc.constant<Fate>('answer lost, retried') },
  { weight: 1, arbitrary: fc.constantFrom<Fate>('dies before', 'dies after') },
);

/** The table tries these once. */
const unretried = new Set(['giveBack', 'giveBackInBlock', 'countAnswered']);

/** The same table, each of whose calls meets its fate when the scheduler comes to it. A process that died calls no more. */
export function fateful<T extends object>(table: T, next: () => Fate, s: fc.Scheduler): T {
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('died');
  };
  const wrap =
    (name: string, call: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      if (dead) die();
      const fate = next();
      await s.schedule(Promise.resolve(fate));
      if (fate === 'dies before') die();
      const answer = await call(...args);
      if (fate === 'dies after') die();
      if (fate === 'works') return answer;
      if (unretried.has(name)) throw new Error('answer lost');
      await s.schedule(Promise.resolve('retry'));
      return call(...args);
    };
  const entries = Object.entries(table).map(([name, part]) => [
    name,
    typeof part === 'function' ? wrap(name, part) : part,
  ]);
  return Object.fromEntries(entries) as T;
}
