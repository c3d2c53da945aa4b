export const number = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** Numbers to the right, words to the left. */
export const table = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (/^[\d–*]/.test(rows[0]?.[i] ?? '') ? '---:' : '---')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
