import type { EmailSettings } from '../aws/email.ts';
import type { CodePolicy } from '../core/challenge.ts';
import type { Passcode } from '../core/passcode.ts';
import { locales } from '../locales/locales.ts';
import { fitsOneSegment, renderSms, type SmsStyle } from '../messages/sms.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import type { Sms } from './sms.ts';
import * as a from './values.ts';

export type Email = EmailSettings & { readonly budget: number | undefined };

interface Texts {
  readonly sms: Sms | Faulty | undefined;
  readonly style: Draft<SmsStyle>;
  readonly code: Draft<CodePolicy>;
}

export function readEmail({ optional, withDefault }: Reader): Email | Faulty | undefined {
  const from = optional('emailFrom', a.emailAddress);
  const configurationSet = optional(
    'sesConfigurationSet',
    a.matching(/^[\w-]{1,64}$/, 'the name of a configuration set'),
  );
  const budget = withDefault('emailBudget', a.offOr(a.integer(1, 999_999_999)), '50000');
  return from === undefined ? undefined : whole({ from, configurationSet, budget });
}

/** Whether an address whose mail bounced gets no further mail for a while. */
export const readBounceMark = ({ withDefault }: Reader): boolean | Faulty =>
  withDefault('bounceMark', a.onOrOff, 'off');

/** Every segment is paid for, so the settings must not make a text that needs two. */
export function checkSmsLength({ sms, ...texts }: Texts, { complain, nameOf }: Reader): void {
  const style = whole(texts.style);
  const code = whole(texts.code);
  if (sms === undefined || sms === faulty || style === faulty || code === faulty) return;
  const message = { passcode: '0'.repeat(code.length) as Passcode, lifetime: code.ttl };
  for (const locale of locales) {
    if (fitsOneSegment(renderSms(message, style, locale).text)) continue;
    const tooLong = `makes a text in ${locale} longer than one segment: shorten either`;
    complain('brandName', `with ${nameOf('codeOrigin')} ${tooLong}`);
  }
}
