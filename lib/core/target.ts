import type { CountryCode } from 'libphonenumber-js/max';
import type { Passcode } from './passcode.ts';

declare const form: unique symbol;

/** The person: codes are bound to it, and messages go to it. */
export type Canonical = string & { readonly [form]: 'canonical' };

/** Decides which sends count together: without tags, Gmail without dots. Never names the person. */
export type CountedAs = string & { readonly [form]: 'counted-as' };

export type Channel = 'email' | 'sms';

interface Addressed {
  readonly canonical: Canonical;
  readonly countedAs: CountedAs;
  readonly masked: string;
  /** A test identity's code. Nothing is sent to it. */
  readonly knownCode?: Passcode;
  /** The service's own heartbeat, which is in no metric and no budget. */
  readonly heartbeat?: true;
}

export interface EmailTarget extends Addressed {
  readonly channel: 'email';
}

export interface PhoneTarget extends Addressed {
  readonly channel: 'sms';
  /** Undefined: a valid number that takes no texts, such as a landline, or that belongs to no country. */
  readonly country: CountryCode | undefined;
}

export type Target = EmailTarget | PhoneTarget;
