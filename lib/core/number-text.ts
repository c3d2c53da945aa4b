/** libphonenumber also finds a number inside other text, so only digits and the usual separators are passed to it. */
const international = /^ *\+[\d ()./-]+$/;

/** Only `+` and digits; undefined if the text is not written like a number. */
export const plainNumber = (text: string): string | undefined =>
  international.test(text) ? text.replace(/[^+\d]/g, '') : undefined;
