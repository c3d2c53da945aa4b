import type { Delivery, SentAs, SmsMessage } from '../core/message.ts';
import type { PhoneTarget } from '../core/target.ts';

/** AWS's two services for texts. */
export type SmsService = 'sns' | 'end-user-messaging';

export interface SmsSettings {
  readonly service: SmsService;
  /** USD a message. */
  readonly maxPrice: string | undefined;
  /** A name or a number of your own, or what End User Messaging calls it. For countries that have none in `senders`. */
  readonly senderId: string | undefined;
  readonly originationNumber: string | undefined;
  /** By country, in place of these two. */
  readonly senders: ReadonlyMap<string, string>;
  /** Undefined: no text needs to name its registration. */
  readonly dlt: Dlt | undefined;
  /** End User Messaging's rules for the countries and numbers that get texts. Undefined: those of the account. */
  readonly protectConfiguration: string | undefined;
  /** Whether End User Messaging is told when a code comes back. */
  readonly feedback: boolean;
}

/** India's registry of senders and their texts (Distributed Ledger Technology). Its carriers drop a text that names neither. */
export interface Dlt {
  readonly entityId: string;
  /** By language: each is registered by itself. */
  readonly templates: ReadonlyMap<string, string>;
}

export type SendSms = (target: PhoneTarget, message: SmsMessage) => Promise<Delivery | SentAs>;

/** Who a text to this number is from. SNS wants to know which of the two it is. */
export function senderTo(
  { country }: PhoneTarget,
  { senders, senderId, originationNumber }: SmsSettings,
): Pick<SmsSettings, 'senderId' | 'originationNumber'> {
  const own = country && senders.get(country);
  if (own === undefined) return { senderId, originationNumber };
  return isNumber(own)
    ? { senderId: undefined, originationNumber: own }
    : { senderId: own, originationNumber: undefined };
}

/** A phone number or a short code. */
const isNumber = (sender: string): boolean => /^\+?\d+$/.test(sender);

/** What a text to India says of its registration. Undefined: the text goes elsewhere. */
export function registrationOf({ country }: PhoneTarget, { locale }: SmsMessage, { dlt }: SmsSettings) {
  return country === 'IN' && dlt ? { entityId: dlt.entityId, templateId: dlt.templates.get(locale) } : undefined;
}
