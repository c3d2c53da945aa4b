type Parsed = { readonly object: Readonly<Record<string, unknown>> } | { readonly fault: string };

/** An object that somebody wrote by hand, or what is wrong with it. */
export function parseObject(json: string): Parsed {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { object: { ...value } } : { fault: 'must be a JSON object' };
  } catch (error) {
    // Node's message quotes the text around the fault, which is nobody's to see.
    const [place] = /line \d+ column \d+/.exec(String(error)) ?? [];
    return { fault: `is not valid JSON${place ? `: ${place}` : ''}` };
  }
}
