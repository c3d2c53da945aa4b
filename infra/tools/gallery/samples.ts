import type { EmailMessage, SmsMessage } from '../../../lib/core/message.ts';
import type { Passcode } from '../../../lib/core/passcode.ts';
import { minute } from '../../../lib/core/time.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { messagesWith, type OwnWords } from '../../../lib/locales/own-words.ts';
import { createRenderEmail } from '../../../lib/messages/email.ts';
import type { EmailLook } from '../../../lib/messages/email-look.ts';
import { createRenderSms } from '../../../lib/messages/sms.ts';

export interface Sample {
  /** Names its pictures. */
  readonly name: string;
  readonly email: EmailMessage;
  readonly sms: SmsMessage;
}

interface Deployment {
  readonly look: EmailLook;
  readonly codeOrigin: string | undefined;
  readonly passcode: string;
}

const plain: Deployment = { look: { brand: 'Acme' }, codeOrigin: 'example.com', passcode: '048213' };

/** All that the settings allow at most. The logo is never there, so that the name is shown in its place. */
const extreme: Deployment = {
  look: {
    brand: 'Donaudampfschifffahrtsgesellschaft Söhne',
    color: '#4f46e5',
    logoUrl: 'https://logo.invalid/logo.png',
    supportUrl: 'https://help.example.com/signing-in/where-is-my-code?topic=codes&channel=email',
  },
  codeOrigin: undefined,
  passcode: '0482139657',
};

const inEveryLanguage = (
  suffix: string,
  { look, codeOrigin, passcode }: Deployment,
  words: OwnWords | undefined,
): Promise<Sample>[] => {
  const message = {
    passcode: passcode as Passcode,
    lifetime: 10 * minute,
    askedAt: Date.UTC(2026, 10, 22, 23, 51),
  };
  const messages = messagesWith(words);
  const renderEmail = createRenderEmail(look, messages);
  const renderSms = createRenderSms({ brand: look.brand, codeOrigin, androidAppHash: undefined }, messages);
  return locales.map(async (locale) => ({
    name: `${locale}${suffix}`,
    email: await renderEmail(message, locale),
    sms: await renderSms(message, locale),
  }));
};

/** Every language, as usual and at its most. Always the same, so that pictures of two runs can be compared. */
export const samplesOf = (words?: OwnWords): Promise<readonly Sample[]> =>
  Promise.all([...inEveryLanguage('', plain, words), ...inEveryLanguage('-extreme', extreme, words)]);
