import type { Messages } from '../locales/catalog.ts';
import { messages as english } from '../locales/en/messages.ts';
import { domainIn } from './domain-in.ts';

/** `email.subject`. */
export type TextName = { [Part in keyof Messages]: `${Part}.${keyof Messages[Part] & string}` }[keyof Messages];

/** All texts of messages, by their names. */
export const textsOf = (messages: Messages): ReadonlyMap<TextName, string> =>
  new Map(
    Object.entries(messages).flatMap(([part, texts]) =>
      Object.entries<string>(texts).map(([key, text]) => [`${part}.${key}` as TextName, text] as const),
    ),
  );

/** Of English, which every language follows. */
const places: ReadonlyMap<TextName, readonly string[]> = new Map(
  [...textsOf(english)].map(([name, text]) => [name, placesIn(text)]),
);

/** In characters. A list of mails cuts what is longer, and a text has its segment. */
const maxLengths: Readonly<Record<string, number>> = { 'email.subject': 80, 'email.heading': 80 };
const maxLength = 300;

/** What is wrong with a text of a message. Ours are held to this too. */
export function faultsOf(name: TextName, text: string): readonly string[] {
  if (text.trim() === '') return ['must not be empty: leave it out, and ours is sent'];
  const max = maxLengths[name] ?? maxLength;
  const domain = domainIn(text);
  return [
    /^\S+([ \u00a0\u202f]\S+)*$/u.test(text)
      ? ''
      : 'must be one line, with one space between words and none at its ends',
    unseen.test(text) ? 'must not have characters that nobody sees' : '',
    aboutPlaces(places.get(name) ?? [], text),
    aboutStart(name, text),
    domain === undefined ? '' : `must not have a domain: “${domain}” would become a link`,
    /\p{Nd}([ .-]?\p{Nd}){3}/u.test(text) ? 'must not have four digits in a row: they would be taken for the code' : '',
    text.length > max ? `must have at most ${max} characters: it has ${text.length}` : '',
  ].filter((fault) => fault !== '');
}

/** Those that join letters, or tell a direction, are part of the words in some languages. */
const unseen = /(?![\u200c-\u200f\s])\p{C}/u;

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
}

/** A value without its place would be missing, and a place without a value would be sent as it is written. */
function aboutPlaces(expected: readonly string[], text: string): string {
  const found = placesIn(text);
  const [stray] = /[{}]/.exec(text.replace(/\{\w+\}/g, '')) ?? [];
  const lacks = expected.filter((place) => !found.includes(place));
  const strange = [...found.filter((place) => !expected.includes(place)), ...(stray ? [`a ${stray}`] : [])];
  const twice = expected.filter((place) => found.indexOf(place) !== found.lastIndexOf(place));
  const faults = [
    ...lacks.map((place) => `it lacks ${place}`),
    ...twice.map((place) => `it has ${place} twice`),
    ...strange.map((place) => `it has ${place}, which does not belong there`),
  ];
  if (faults.length === 0) return '';
  return `must have ${expected.length > 0 ? `each of ${expected.join(' ')} once` : 'no {…}'}: ${faults.join(', ')}`;
}

/** Notifications, and what fills codes in, look at the beginning. */
function aboutStart(name: TextName, text: string): string {
  if (!text.includes('{code}')) return '';
  if (name === 'email.preheader')
    return text.startsWith('{code}') ? '' : 'must begin with {code}: notifications show its beginning';
  return /^.{0,25}\{code\}/u.test(text) ? '' : 'must have {code} after at most 25 characters: phones look for it there';
}
