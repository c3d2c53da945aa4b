import { domainToASCII } from 'node:url';
import isEmail from 'validator/lib/isEmail.js';
import isFQDN from 'validator/lib/isFQDN.js';
import type { Limit } from '../core/limits.ts';
import { day, hour, type Millis, minute, second } from '../core/time.ts';
import { isLocale, type Locale, locales } from '../locales/locales.ts';

/** What reading the text of a setting gives: its value, or a description of the values that are allowed. */
export type Reading<T> = { readonly value: T } | { readonly expected: string };
export type Read<T> = (text: string) => Reading<T>;

const when = <T>(valid: boolean, value: T, expected: string): Reading<T> => (valid ? { value } : { expected });

export const matching =
  (pattern: RegExp, expected: string): Read<string> =>
  (text) =>
    when(pattern.test(text), text, expected);

/** Reads as `read` does, then maps the value. */
export const mapped =
  <T, U>(read: Read<T>, map: (value: T) => U): Read<U> =>
  (text) => {
    const reading = read(text);
    return 'value' in reading ? { value: map(reading.value) } : reading;
  };

export const integer =
  (min: number, max: number): Read<number> =>
  (text) =>
    when(/^\d{1,9}$/.test(text) && +text >= min && +text <= max, +text, `a whole number from ${min} to ${max}`);

export const oneOf =
  <T extends string>(...choices: readonly T[]): Read<T> =>
  (text) =>
    when(choices.includes(text as T), text as T, choices.join(' or '));

export const onOrOff: Read<boolean> = mapped(oneOf('on', 'off'), (text) => text === 'on');

export const trueOrFalse: Read<boolean> = mapped(oneOf('true', 'false'), (text) => text === 'true');

export const textOf =
  (min: number, max: number): Read<string> =>
  (value) =>
    when(
      value.length >= min && value.length <= max && !/[\p{C}\p{Zl}\p{Zp}]/u.test(value),
      value,
      `${min} to ${max} characters, all of them visible`,
    );

const units: Readonly<Record<string, Millis>> = { s: second, m: minute, h: hour, d: day };

function milliseconds(text: string): Millis | undefined {
  const [, amount, unit = ''] = /^([1-9]\d{0,6})([smhd])$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (units[unit] ?? 0);
}

export const duration =
  (min: string, max: string): Read<Millis> =>
  (text) => {
    const length = milliseconds(text) ?? 0;
    const inRange = length >= (milliseconds(min) ?? 0) && length <= (milliseconds(max) ?? 0);
    return when(inRange, length, `a length of time from ${min} to ${max}, such as 90s or 10m`);
  };

/** `2027-01-31`: the start of that day in UTC. */
export const date: Read<Millis> = (text) => {
  const start = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // `Date` takes 30 February for 2 March.
  const valid = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  return when(valid, start, 'a day such as 2027-01-31');
};

/** `off` is undefined. */
export const offOr =
  <T>(read: Read<T>): Read<T | undefined> =>
  (text) => {
    if (text === 'off') return { value: undefined };
    const reading = read(text);
    return 'value' in reading ? reading : { expected: `${reading.expected}, or off` };
  };

const maxHits = 200; // keeps an item small: it holds every accepted time until that leaves the window
const maxWindow = 30 * day;
const maxLimits = 10; // keeps the condition under DynamoDB's 4 KB

/** `1/60s 5/1h`, or `off`. */
export const limits: Read<readonly Limit[]> = (text) => {
  if (text === 'off') return { value: [] };
  const read = words(text).map((word) => {
    const [, count = '0', window = ''] = /^(\d{1,3})\/(\w+)$/.exec(word) ?? [];
    return { max: Number(count), window: milliseconds(window) ?? 0 };
  });
  const valid = read.every(({ max, window }) => max >= 1 && max <= maxHits && window > 0 && window <= maxWindow);
  const distinct = new Set(read.map(({ window }) => window)).size === read.length;
  return when(
    valid && distinct && read.length > 0 && read.length <= maxLimits,
    read,
    `limits such as "1/60s 5/1h 10/1d", each at most ${maxHits} in at most 30d, no two of one length, or off`,
  );
};

/** RFC 5322: an unquoted name holds none of these characters. A comma in it would make two senders. */
const displayName = /^(?:"[^"\\]*"|[^()<>[\]:;@\\,."]*)$/;

export const emailAddress: Read<string> = (text) => {
  const [, name = ''] = /^(.*?) *<[^<>]+>$/.exec(text) ?? [];
  const valid = isEmail.default(text, { allow_display_name: true, allow_utf8_local_part: false });
  return when(
    valid && displayName.test(name) && /^[ -~]+$/.test(text),
    text,
    'an address such as login@example.com, Acme <login@example.com> or "Acme, Inc." <login@example.com>, in ASCII',
  );
};

export const domain: Read<string> = (text) => {
  const ascii = domainToASCII(text);
  return when(isFQDN.default(ascii) || ascii === 'localhost', ascii, 'a domain such as example.com');
};

/** Without a slash at its end. */
export const url: Read<string> = (text) => {
  const { origin = '', pathname = '', username, password } = URL.parse(text) ?? {};
  const valid = /^https?:\/\/[^?#\\\s"]+$/.test(text) && origin !== '' && !username && !password;
  return when(valid, `${origin}${pathname}`.replace(/\/+$/, ''), 'an absolute https or http URL without query');
};

/** As it is given: its query may matter. */
export const httpsUrl: Read<string> = (text) => {
  const { username, password } = URL.parse(text) ?? { username: 'none' };
  return when(/^https:\/\/[!-~]{1,500}$/.test(text) && !username && !password, text, 'an absolute https URL in ASCII');
};

export const origins: Read<readonly string[]> = (text) => {
  const read = words(text);
  const valid = read.length > 0 && read.every((word) => word === '*' || URL.parse(word)?.origin === word);
  return when(valid, read, 'origins such as "https://app.example.com https://example.com", or *');
};

export const locale: Read<Locale> = (text) =>
  isLocale(text) ? { value: text } : { expected: `a language we have words for: ${locales.join(', ')}` };

/** Separated by spaces or commas. */
export const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
