/**
 * A schema as clients should know it. OpenAPI names a schema by its place, not by `$id`. And a field that is added to an
 * answer later must not break a client that was made before, so `additionalProperties: false` is only for our own tests.
 */
export const published = <T>(schema: T): T =>
  Array.isArray(schema)
    ? (schema.map(published) as T)
    : typeof schema === 'object' && schema !== null
      ? (Object.fromEntries(
          Object.entries(schema)
            .filter(([name, value]) => name !== '$id' && !(name === 'additionalProperties' && value === false))
            .map(([name, value]) => [name, published(value)]),
        ) as T)
      : schema;
