import { countries } from '../generated/countries.js';
import { type Read, words } from './values.ts';

/** `US=5000 CN=20000`: texts in a UTC day, by country. `*` is one budget for all other countries. */
export const smsBudgets: Read<ReadonlyMap<string, number>> = (text) => {
  const read = pairs(text, (country, count) => {
    const known = country === '*' || countries.includes(country);
    return known && /^\d{1,9}$/.test(count) && Number(count) > 0;
  });
  return read && read.length > 0
    ? { value: new Map(read.map(([country, count]) => [country, Number(count)])) }
    : { expected: 'texts a day by ISO 3166 country, each once, such as "US=5000 CN=20000" or "*=1000"' };
};

/** `US=+12025550100 IN=ACMEIN`: who texts to a country are from. */
export const senders = (isSender: RegExp): Read<ReadonlyMap<string, string>> =>
  mapOf(
    (country, sender) => countries.includes(country) && isSender.test(sender),
    'senders by ISO 3166 country, each once, such as "US=+12025550100 GB=ACME"',
  );

type IsPair = (name: string, value: string) => boolean;

export const mapOf =
  (isPair: IsPair, expected: string): Read<ReadonlyMap<string, string>> =>
  (text) => {
    const read = pairs(text, isPair);
    return read ? { value: new Map(read) } : { expected };
  };

/** `A=1 B=2`. Undefined: something is no pair that is wanted, or is named twice. */
function pairs(text: string, isPair: IsPair): readonly (readonly [string, string])[] | undefined {
  const read = words(text).map((word) => {
    const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(word) ?? [];
    return [name, value] as const;
  });
  const distinct = new Map(read).size === read.length;
  return distinct && read.every((pair) => isPair(...pair)) ? read : undefined;
}
