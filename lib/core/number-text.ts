/** libphonenumber would dig a number out of free text; only digits and the usual separators get that far. */
const international = /^ *\+[\d ()./-]+$/;

/** `+` and digits alone; undefined when it is not written as a number. */
export const plainNumber = (text: string): string | undefined =>
  international.test(text) ? text.replace(/[^+\d]/g, '') : undefined;
