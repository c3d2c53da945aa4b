import type { Dlt, SmsService, SmsSettings } from '../aws/sms.ts';
import type { SmsBudgets } from '../core/budget.ts';
import { type GuardMode, guardModes } from '../core/guard.ts';
import { mapOf, senders, smsBudgets } from './by-country.ts';
import { type Draft, type Faulty, faulty, whole } from './draft.ts';
import type { Reader } from './reader.ts';
import * as a from './values.ts';

export type Sms = SmsSettings & { readonly budgets: SmsBudgets; readonly guard: GuardMode };

const number = String.raw`\+?\d{3,15}`;
const name = String.raw`(?=[a-z\d-]*[a-z])[a-z\d][a-z\d-]{0,10}`;
/** What End User Messaging calls a number, a pool of them, or anything that another account shares. */
const identity = String.raw`(?:phone|pool)-[\da-z]{8,64}|arn:[\w-]+:sms-voice:[\w-]+:\d{12}:[\w/-]+`;

interface Taken {
  readonly number: a.Read<string>;
  readonly senders: a.Read<ReadonlyMap<string, string>>;
  readonly maxPrice: a.Read<string>;
}

/** All of a text, in either case of letters. */
function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'i');
}

/** What each service takes. */
const takes: Readonly<Record<SmsService, Taken>> = {
  sns: {
    number: a.matching(anyOf(number), 'a phone number or a short code'),
    senders: senders(anyOf(number, name)),
    maxPrice: a.matching(/^(?=.*[1-9])\d{1,3}(\.\d{1,5})?$/, 'an amount of USD such as 0.05'),
  },
  'end-user-messaging': {
    number: a.matching(anyOf(number, identity), 'a phone number, a short code, or the id or ARN of a number or pool'),
    senders: senders(anyOf(number, name, identity)),
    maxPrice: a.matching(/^(?=.*[1-9])\d{1,2}(\.\d{1,5})?$/, 'an amount of USD such as 0.05, below 100'),
  },
};

export function readSms(reader: Reader): Sms | Faulty | undefined {
  const { optional, withDefault } = reader;
  const service = withDefault('smsService', a.oneOf('sns', 'end-user-messaging'), 'sns');
  const budgets = optional('smsCountries', smsBudgets);
  const taken = takes[service === faulty ? 'end-user-messaging' : service];
  const sms: Draft<Omit<Sms, 'budgets'>> = {
    service,
    guard: withDefault('smsGuard', a.oneOf(...guardModes), 'auto'),
    maxPrice: optional('smsMaxPrice', taken.maxPrice),
    senderId: optional('smsSenderId', a.matching(anyOf(name), '1 to 11 letters, digits or hyphens, one a letter')),
    originationNumber: optional('smsOriginationNumber', taken.number),
    senders: optional('smsSenders', taken.senders) ?? new Map(),
    dlt: readDlt(reader),
    protectConfiguration: optional(
      'smsProtectConfiguration',
      a.matching(/^[\w:/-]{1,256}$/, 'the id or ARN of a protect configuration'),
    ),
    feedback: withDefault('smsFeedback', a.onOrOff, 'off'),
  };
  complainOfService(sms, reader);
  return budgets === undefined ? undefined : whole({ budgets, ...sms });
}

/** Settings that one of the services does not have. */
function complainOfService({ service, feedback }: Draft<SmsSettings>, { complain, isSet, nameOf }: Reader): void {
  if (service === 'sns') {
    const needs = `needs ${nameOf('smsService')} to be end-user-messaging`;
    if (isSet('smsProtectConfiguration')) complain('smsProtectConfiguration', needs);
    if (feedback === true) complain('smsFeedback', needs);
  } else if (service !== faulty && isSet('smsSenderId') && isSet('smsOriginationNumber')) {
    complain('smsSenderId', `must be empty beside ${nameOf('smsOriginationNumber')}: a text is from one of them`);
  }
}

function readDlt({ isSet, required, nameOf }: Reader): Dlt | Faulty | undefined {
  if (!isSet('smsDltEntityId') && !isSet('smsDltTemplates')) return undefined;
  return whole({
    entityId: required('smsDltEntityId', a.matching(/^\d{1,50}$/, 'digits'), ` beside ${nameOf('smsDltTemplates')}`),
    templates: required('smsDltTemplates', dltTemplates, ` beside ${nameOf('smsDltEntityId')}`),
  });
}

/** `en=1107160000000000000 zh-CN=1107160000000000001`. */
const dltTemplates = mapOf(
  (language, id) => 'value' in a.locale(language) && /^\d{1,50}$/.test(id),
  'ids by language, each once, such as "en=1107160000000000000"',
);
