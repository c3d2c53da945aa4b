import type { EmailSettings } from '../aws/email.ts';
import type { CodePolicy } from '../core/challenge.ts';
import type { Passcode } from '../core/passcode.ts';
import { briefTexts } from '../generated/brief-texts.js';
import { measure } from '../messages/segment.ts';
import { type SmsStyle, smsText } from '../messages/sms-text.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import { defaultBrand } from './look.ts';
import type { Reader } from './reader.ts';
import { namedSender } from './sender.ts';
import type { Sms } from './sms.ts';
import * as a from './values.ts';

export type Email = EmailSettings & { readonly budget: number | undefined };

interface Texts {
  readonly sms: Sms | Faulty | undefined;
  readonly style: Draft<SmsStyle>;
  readonly code: Draft<CodePolicy>;
}

export function readEmail({ optional, withDefault }: Reader, brand: string | Faulty): Email | Faulty | undefined {
  const from = optional('emailFrom', a.emailAddress);
  const configurationSet = optional(
    'sesConfigurationSet',
    a.matching(/^[\w-]{1,64}$/, 'the name of a configuration set'),
  );
  const budget = withDefault('emailBudget', a.offOr(a.integer(1, 999_999_999)), '50000');
  if (from === undefined) return undefined;
  const named = from !== faulty && brand !== faulty && brand !== defaultBrand ? namedSender(from, brand) : from;
  return whole({ from: named, configurationSet, budget });
}

/** Whether an address whose mail bounced gets no further mail for a while. */
export const readBounceMark = ({ withDefault }: Reader): boolean | Faulty =>
  withDefault('bounceMark', a.onOrOff, 'off');

/** Every segment is paid for, so the settings must not make a text that needs two, even in its brief form. */
export function checkSmsLength({ sms, ...texts }: Texts, { complain, nameOf }: Reader): void {
  const style = whole(texts.style);
  const code = whole(texts.code);
  if (sms === undefined || sms === faulty || style === faulty || code === faulty) return;
  const passcode = '0'.repeat(code.length) as Passcode;
  const tooLong = Object.entries(briefTexts).flatMap(([locale, words]) => {
    const { length, max, costly } = measure(smsText(words, { passcode }, style));
    if (length <= max) return [];
    return [`${locale} (${length} characters, of which ${max} fit${costly ? ` because of “${costly}”` : ''})`];
  });
  if (tooLong.length === 0) return;
  const beside = `with ${nameOf('codeOrigin')} and ${nameOf('androidAppHash')}`;
  complain('brandName', `${beside} makes texts longer than one segment: shorten one of them. ${tooLong.join(', ')}`);
}
