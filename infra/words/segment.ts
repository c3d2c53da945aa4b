import type { Passcode } from '../../lib/core/passcode.ts';
import { allPhrases } from '../../lib/generated/all-phrases.js';
import type { Locale } from '../../lib/locales/locales.ts';
import { duration } from '../../lib/locales/words.ts';
import { measure } from '../../lib/messages/segment.ts';
import { smsText } from '../../lib/messages/sms-text.ts';
import type { CodeSettings } from '../../lib/settings/codes.ts';
import { type Draft, faulty } from '../../lib/settings/draft.ts';

/** What a deployment's texts are made of, besides words. */
export type Sent = Pick<Draft<CodeSettings>, 'style' | 'code'>;

/** A full or short form that needs two segments would never be sent, and a brief one would cost twice. */
export function aboutSegment(locale: Locale, words: string, { style, code }: Sent): readonly string[] {
  if (style === faulty || code === faulty) return []; // said already
  const passcode = '0'.repeat(code.length) as Passcode;
  const text = smsText(words, { passcode, lifetime: duration(code.ttl, allPhrases[locale]) }, style);
  const { length, max, costly } = measure(text);
  if (length <= max) return [];
  const why = costly === undefined ? '' : `, because of “${costly}”`;
  return [`must fit one text beside your brand and domain: it has ${length} characters, of which ${max} fit${why}`];
}
