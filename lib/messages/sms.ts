import type { CodeMessage, SmsMessage } from '../core/message.ts';
import { type Locale, wordsIn } from '../locales/locales.ts';
import { duration, fill } from '../locales/words.ts';

export interface SmsStyle {
  readonly brand: string;
  /** The domain a browser may fill the code into. */
  readonly codeOrigin: string | undefined;
}

/** A text has no room for the time of the request. */
type ShortMessage = Omit<CodeMessage, 'askedAt'>;

export function renderSms({ passcode, lifetime }: ShortMessage, style: SmsStyle, locale: Locale): SmsMessage {
  const { brand, codeOrigin } = style;
  const words = fill(wordsIn(locale).sms, { brand, code: passcode, lifetime: duration(lifetime, locale) });
  // Origin-bound one-time codes: this line must be the last, and a newline after it would break it.
  const text = codeOrigin ? `${words}\n\n@${codeOrigin} #${passcode}` : words;
  return { locale, text, lifetime };
}

/** GSM 03.38: the basic alphabet, and the extension, whose characters count twice. */
const basic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const extension = /[\^{}\\[~\]|€]/g;

/** Every segment costs the price of a text. */
export function fitsOneSegment(text: string): boolean {
  if (!basic.test(text)) return text.length <= 70;
  return text.length + (text.match(extension)?.length ?? 0) <= 160;
}
