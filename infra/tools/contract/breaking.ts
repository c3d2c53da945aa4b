import { type Change, type Direction, misfits } from './misfits.ts';
import type { Schema, Schemas } from './schema.ts';

/** As much of an OpenAPI document as is compared. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Schemas;
    readonly headers: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content: Content;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/**
 * Each change by which a client that was written, or generated, for the document held may fail with the one of now.
 * Nothing: every change only adds.
 */
export function breaking({ held, now }: Change<Contract>): readonly string[] {
  const schemas = { held: held.components.schemas, now: now.components.schemas };

  const schema = (old: Schema, young: Schema, direction: Direction, at: string) =>
    misfits({ held: old, now: young }, schemas, direction, at);
  const content = (old: Content, young: Content | undefined, direction: Direction, at: string) =>
    each(old, young, at, (was, is, place) => schema(was.schema, is.schema, direction, place));

  const parameters = (old: Operation, young: Operation, at: string) => {
    const places = (of: Operation) =>
      Object.fromEntries((of.parameters ?? []).map((one) => [`${one.in} ${one.name}`, one]));
    const added = Object.entries(places(young)).filter(
      ([place, { required }]) => required && !places(old)[place]?.required,
    );
    return [
      ...each(places(old), places(young), at, (was, is, place) => schema(was.schema, is.schema, 'request', place)),
      ...added.map(([place]) => `${at} ${place}: is required`),
    ];
  };

  const response = (old: Response, young: Response, at: string) => [
    ...content(old.content, young.content, 'answer', at),
    ...each(old.headers ?? {}, young.headers, at, () => []),
  ];

  const operation = (old: Operation, young: Operation, at: string) => [
    ...(old.operationId === young.operationId ? [] : [`${at}: its operationId was ${old.operationId}`]),
    ...parameters(old, young, at),
    ...content(old.requestBody?.content ?? {}, young.requestBody?.content, 'request', at),
    ...each(old.responses, young.responses, at, response),
    ...Object.keys(young.responses)
      .filter((status) => status.startsWith('2') && !old.responses[status])
      .map((status) => `${at} ${status}: is another success`),
  ];

  return [
    ...each(held.paths, now.paths, '', (old, young, path) => each(old, young, path, operation)),
    ...each(held.components.headers, now.components.headers, 'header', (was, is, at) =>
      schema(was.schema, is.schema, 'answer', at),
    ),
    ...each(schemas.held, schemas.now, 'schema', () => []),
  ];
}

/** Compares what has the same name on both sides; what was held and is there no more is a reason by itself. */
const each = <Of>(
  old: Readonly<Record<string, Of>>,
  young: Readonly<Record<string, Of>> | undefined,
  at: string,
  compare: (was: Of, is: Of, at: string) => readonly string[],
): readonly string[] =>
  Object.entries(old).flatMap(([name, was]) => {
    const place = `${at} ${name}`.trim();
    const is = young?.[name];
    return is === undefined ? [`${place}: is gone`] : compare(was, is, place);
  });
