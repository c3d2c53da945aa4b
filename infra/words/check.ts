import { closestLocale } from '../../lib/locales/closest.ts';
import { messages as english } from '../../lib/locales/en/messages.ts';
import { isLocale, type Locale, locales } from '../../lib/locales/locales.ts';
import { faultsOf, type TextName } from '../../lib/messages/rules.ts';
import type { Check } from '../../lib/settings/config.ts';
import { faulty } from '../../lib/settings/draft.ts';
import { isObject } from '../../lib/settings/json.ts';
import { nearestOf } from '../../lib/settings/nearest.ts';
import { variable } from '../../lib/settings/variables.ts';
import { aboutSegment, type Sent } from './segment.ts';

/** Checks a deployment's own words, which are called `name` in complaints. Undefined: it has none. */
export const checkWords =
  (words: unknown, name: string): Check =>
  (sent) =>
    words === undefined || words === faulty ? [] : complaintsAbout(words, sent).map((said) => `${name}: ${said}`);

/** As `checkWords`, for the words that WORDS_FILE names. */
export const checkWordsFile: Check = (draft) => checkWords(draft.words, variable.wordsFile)(draft);

/** Everything that is wrong, by the place of each text, such as `de.sms.full`. */
function complaintsAbout(words: unknown, sent: Sent): readonly string[] {
  if (!isObject(words)) return ['must be an object such as { "en": { "email": { "subject": "…" } } }'];
  return Object.entries(words).flatMap(([tag, messages]) =>
    isLocale(tag) ? aboutLanguage(tag, messages, sent) : [`${tag} is no language of ours: ${languageMeantBy(tag)}`],
  );
}

/** Two fallbacks tell whether one was needed. */
function languageMeantBy(tag: string): string {
  const [one, other] = [closestLocale([tag], 'en'), closestLocale([tag], 'de')];
  return one === other ? `is it ${one}?` : `there are ${locales.join(', ')}`;
}

function aboutLanguage(locale: Locale, messages: unknown, sent: Sent): readonly string[] {
  if (!isObject(messages)) return [`${locale} must be an object with email, sms or both`];
  return Object.entries(messages).flatMap(([part, texts]) =>
    isPart(part)
      ? aboutPart(locale, part, texts, sent)
      : [`${locale}.${part} is no message of ours: ${nameMeantBy(part, Object.keys(english))}`],
  );
}

type Part = keyof typeof english;

const isPart = (name: string): name is Part => Object.hasOwn(english, name);

function aboutPart(locale: Locale, part: Part, texts: unknown, sent: Sent): readonly string[] {
  if (!isObject(texts)) return [`${locale}.${part} must be an object of texts`];
  return Object.entries(texts).flatMap(([key, text]) => {
    const place = `${locale}.${part}.${key}`;
    const known = Object.keys(english[part]);
    if (!known.includes(key)) return [`${place} is no text of ours: ${nameMeantBy(key, known)}`];
    if (typeof text !== 'string') return [`${place} must be a text`];
    return aboutText(`${part}.${key}` as TextName, locale, text, sent).map((fault) => `${place} ${fault}`);
  });
}

function nameMeantBy(name: string, known: readonly string[]): string {
  const near = nearestOf(name, known);
  return near === undefined ? `there are ${known.join(', ')}` : `is it ${near}?`;
}

/** How long a text is where it is sent can be said only once it is a text of a message. */
function aboutText(name: TextName, locale: Locale, text: string, sent: Sent): readonly string[] {
  const faults = faultsOf(name, text);
  return faults.length > 0 || !name.startsWith('sms.') ? faults : aboutSegment(locale, text, sent);
}
