import { countries } from '../generated/countries.js';
import { type Read, words } from './values.ts';

/** `US=5000 CN=20000`: texts in a UTC day, by country. `*` is one budget for all other countries. */
export const smsBudgets: Read<ReadonlyMap<string, number>> = (text) => {
  const read = words(text).map((word) => {
    const [, country = '', count = '0'] = /^(\*|[A-Z]{2})=(\d{1,9})$/.exec(word) ?? [];
    return [country, Number(count)] as const;
  });
  const valid = read.every(([country, count]) => (country === '*' || countries.includes(country)) && count > 0);
  const distinct = new Map(read).size === read.length;
  return valid && distinct && read.length > 0
    ? { value: new Map(read) }
    : { expected: 'texts a day by ISO 3166 country, each once, such as "US=5000 CN=20000" or "*=1000"' };
};

/** `US=+12025550100 IN=ACMEIN`: who texts to a country are from. */
export const senders =
  (isSender: RegExp): Read<ReadonlyMap<string, string>> =>
  (text) => {
    const read = pairs(text);
    const valid = read?.every(([country, sender]) => countries.includes(country) && isSender.test(sender));
    return read && valid
      ? { value: new Map(read) }
      : { expected: 'senders by ISO 3166 country, each once, such as "US=+12025550100 GB=ACME"' };
  };

/** `A=1 B=2`. Undefined: something is no pair, or is named twice. */
export function pairs(text: string): readonly (readonly [string, string])[] | undefined {
  const read = words(text).map((word) => /^([^=]+)=(.+)$/.exec(word) ?? []);
  const names = new Set(read.map(([, name]) => name));
  if (names.size !== read.length || names.has(undefined)) return undefined;
  return read.map(([, name = '', value = '']) => [name, value]);
}
