import type { EmailSettings } from '../aws/email.ts';
import type { SmsSettings } from '../aws/sms.ts';
import type { SmsBudgets } from '../core/budget.ts';
import type { CodePolicy } from '../core/challenge.ts';
import { type GuardMode, guardModes } from '../core/guard.ts';
import type { Passcode } from '../core/passcode.ts';
import { briefTexts } from '../generated/brief-texts.js';
import { measure } from '../messages/segment.ts';
import { type SmsStyle, smsText } from '../messages/sms-text.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

export type Email = EmailSettings & { readonly budget: number | undefined };

export type Sms = SmsSettings & { readonly budgets: SmsBudgets; readonly guard: GuardMode };

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

export function readSms({ optional, withDefault }: Reader): Sms | Faulty | undefined {
  const budgets = optional('smsCountries', a.smsBudgets);
  const sms: Draft<Omit<Sms, 'budgets'>> = {
    guard: withDefault('smsGuard', a.oneOf(...guardModes), 'auto'),
    maxPrice: optional('smsMaxPrice', a.matching(/^(?=.*[1-9])\d{1,3}(\.\d{1,5})?$/, 'an amount of USD such as 0.05')),
    senderId: optional(
      'smsSenderId',
      a.matching(/^(?=.*[a-z])[a-z\d][a-z\d-]{0,10}$/i, '1 to 11 letters, digits or hyphens, one a letter'),
    ),
    originationNumber: optional('smsOriginationNumber', a.matching(/^\+?\d{3,15}$/, 'a phone number or a short code')),
  };
  return budgets === undefined ? undefined : whole({ budgets, ...sms });
}

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
