import type { EmailMessage, SmsMessage } from '../../../lib/core/message.ts';
import type { Passcode } from '../../../lib/core/passcode.ts';
import { minute } from '../../../lib/core/time.ts';
import { locales } from '../../../lib/locales/locales.ts';
import { renderEmail } from '../../../lib/messages/email.ts';
import { renderSms } from '../../../lib/messages/sms.ts';

export interface Sample {
  readonly email: EmailMessage;
  readonly sms: SmsMessage;
}

const brand = 'Acme';
const message = { passcode: '048213' as Passcode, lifetime: 10 * minute, askedAt: Date.UTC(2026, 10, 22, 23, 51) };

/** One message in every language. Always the same, so that pictures of two runs can be compared. */
export const samples: readonly Sample[] = await Promise.all(
  locales.map(async (locale) => ({
    email: await renderEmail(message, { brand }, locale),
    sms: await renderSms(message, { brand, codeOrigin: 'example.com', androidAppHash: undefined }, locale),
  })),
);
