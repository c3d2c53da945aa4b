/** Settings by their names, as texts; undefined where one could not be read. */
export type Given = Readonly<Record<string, string | undefined>>;

/** What was given, and what is wrong with it. */
export interface Texts {
  readonly given: Given;
  readonly complaints: readonly string[];
}

/** The texts of settings that are given in JSON. Complaints never quote a value. */
export function textsOf(settings: Readonly<Record<string, unknown>>): Texts {
  const entries = Object.entries(settings).map(([name, value]) => [name, textOf(name, value)] as const);
  const unread = entries.filter(([, text]) => text === undefined);
  return {
    given: Object.fromEntries(entries),
    complaints: unread.map(([name]) => `${name} must be a text, a number, true or false`),
  };
}

/** An object stays JSON. Only `tags` is one. */
function textOf(name: string, value: unknown): string | undefined {
  if (name === 'tags' && typeof value === 'object') return JSON.stringify(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
