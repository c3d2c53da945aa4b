import isFQDN from 'validator/lib/isFQDN.js';

/** A domain in a text: mail programs and phones make a link of it. What a link has besides does not matter, nor a full stop. */
export const domainIn = (text: string): string | undefined =>
  text
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/\.+$/, ''))
    .find(isDomain);

/** `x.y` is an abbreviation more often than a domain. */
const isDomain = (word: string): boolean => isFQDN.default(word) && !/^.\.[^.]+$/u.test(word);
