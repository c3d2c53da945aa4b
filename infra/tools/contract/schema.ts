/** The words of JSON Schema that our document uses; one more is a fault of the comparison, not a change to wave through. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

const compared =
  '$ref type const enum properties required items oneOf pattern format minimum minLength minItems maximum maxLength';
const saysNothing = 'description title default example examples discriminator';
const known = new Set(`${compared} ${saysNothing}`.split(' '));

export type Schemas = Readonly<Record<string, Schema>>;

/** The schema itself: what a reference names is taken from the document's components. */
export function resolved(schema: Schema, schemas: Schemas): Schema {
  const unknown = Object.keys(schema).filter((word) => !known.has(word));
  if (unknown.length > 0) throw new Error(`The comparison of contracts does not know ${unknown.join(', ')}: teach it`);
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.slice('#/components/schemas/'.length)];
  if (!found) throw new Error(`Nothing is at ${schema.$ref}`);
  return resolved(found, schemas);
}

/** The values that it lists, if it lists them. */
export const listed = ({ const: only, enum: some }: Schema): readonly unknown[] | undefined =>
  only === undefined ? some : [only];

/** The types it allows: `integer` is a `number` too. */
export const typesOf = ({ type }: Schema): ReadonlySet<string> =>
  new Set([type ?? []].flat().flatMap((name) => (name === 'number' ? ['number', 'integer'] : [name])));
