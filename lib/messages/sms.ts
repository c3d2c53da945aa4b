import type { CodeMessage, SmsMessage } from '../core/message.ts';
import { languageOf } from '../locales/language.ts';
import type { Locale } from '../locales/locales.ts';
import { messagesIn } from '../locales/messages.ts';
import { duration } from '../locales/words.ts';
import { fitsOneSegment } from './segment.ts';
import { type SmsStyle, smsText } from './sms-text.ts';

/** A text has no room for the time of the request. */
type ShortMessage = Omit<CodeMessage, 'askedAt'>;

/**
 * Renders the texts of a deployment: as much of what the language has to say as fits one segment. The brief form does: of our
 * words the start has seen to it, and of others whoever checked them.
 */
export function createRenderSms(style: SmsStyle, messages = messagesIn) {
  return async (message: ShortMessage, locale: Locale): Promise<SmsMessage> => {
    const [{ sms }, { phrases }] = await Promise.all([messages(locale), languageOf(locale)]);
    const values = { passcode: message.passcode, lifetime: duration(message.lifetime, phrases) };
    const textOf = (words: string) => smsText(words, values, style);
    const text = [sms.full, sms.short].map(textOf).find(fitsOneSegment) ?? textOf(sms.brief);
    return { locale, text, lifetime: message.lifetime };
  };
}
