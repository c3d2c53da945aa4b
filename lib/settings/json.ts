type Named = Readonly<Record<string, unknown>>;
type Parsed = { readonly object: Named } | { readonly fault: string };

/** Whether JSON calls it an object: neither null nor a list. */
export const isObject = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that somebody wrote by hand, or what is wrong with it. */
export function parseObject(json: string): Parsed {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? { object: { ...value } } : { fault: 'must be a JSON object' };
  } catch (error) {
    // Node's message quotes the text around the fault, which is nobody's to see.
    const [place] = /line \d+ column \d+/.exec(String(error)) ?? [];
    return { fault: `is not valid JSON${place ? `: ${place}` : ''}` };
  }
}
