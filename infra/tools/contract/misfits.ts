import { broken } from './limits.ts';
import { listed, resolved, type Schema, type Schemas } from './schema.ts';

/** What was promised, and what is said now. */
export interface Change<Of> {
  readonly held: Of;
  readonly now: Of;
}

/** A client reads answers, so the new ones must be among the old; it writes requests, so the old ones among the new. */
export type Direction = 'request' | 'answer';

/** Why a client that was written for what was held fails now; nothing, if it does not. `at` is the place, for a reader. */
export function misfits(
  { held, now }: Change<Schema>,
  schemas: Change<Schemas>,
  direction: Direction,
  at: string,
): readonly string[] {
  const old = branches(held, schemas.held);
  const young = branches(now, schemas.now);
  const [inner, outer] = direction === 'answer' ? [young, old] : [old, young];

  return inner.flatMap((value) => {
    const reasons = (other: Schema) =>
      misfitsOfOne(
        direction === 'answer' ? { held: other, now: value } : { held: value, now: other },
        schemas,
        direction,
        at,
      );
    const namesake =
      inner.length === 1 && outer.length === 1
        ? outer[0]
        : outer.find(({ $ref }) => $ref !== undefined && $ref === value.$ref);
    if (namesake) return reasons(namesake);
    if (outer.some((other) => reasons(other).length === 0)) return [];
    return [`${at}: ${nameOf(value)} is ${direction === 'answer' ? 'new' : 'no longer taken'}`];
  });
}

const nameOf = ({ $ref, ...rest }: Schema): string => $ref?.split('/').at(-1) ?? JSON.stringify(rest);

const branches = (schema: Schema, schemas: Schemas): readonly Schema[] =>
  resolved(schema, schemas).oneOf?.flatMap((one) => branches(one, schemas)) ?? [schema];

function misfitsOfOne(change: Change<Schema>, schemas: Change<Schemas>, direction: Direction, at: string) {
  const held = resolved(change.held, schemas.held);
  const now = resolved(change.now, schemas.now);
  const words = direction === 'answer' ? broken(now, held) : broken(held, now);
  const inside = (old: Schema, young: Schema | undefined, place: string): readonly string[] =>
    young ? misfits({ held: old, now: young }, schemas, direction, place) : [`${place}: is gone`];
  return [
    ...words.map((word) => `${at}: ${word} was ${show(held, word)}, is ${show(now, word)}`),
    ...Object.entries(held.properties ?? {}).flatMap(([name, old]) =>
      inside(old, now.properties?.[name], `${at}.${name}`),
    ),
    ...(held.items ? inside(held.items, now.items, `${at}[]`) : []),
  ];
}

const show = (schema: Schema, word: string): string =>
  JSON.stringify(word === 'enum' ? listed(schema) : schema[word as keyof Schema]) ?? 'not limited';
