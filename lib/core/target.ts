import type { CountryCode } from 'libphonenumber-js/max';
import type { Passcode } from './passcode.ts';

declare const form: unique symbol;

/** The person: what a code is bound to, and where mail and messages go. */
export type Canonical = string & { readonly [form]: 'canonical' };

/** Which sends count together: tags cut, Gmail dots folded. Never proves anything. */
export type CountedAs = string & { readonly [form]: 'counted-as' };

export type Channel = 'email' | 'sms';

interface Addressed {
  readonly canonical: Canonical;
  readonly countedAs: CountedAs;
  readonly masked: string;
  /** Of a test identity, which is sent nothing. */
  readonly knownCode?: Passcode;
}

export interface EmailTarget extends Addressed {
  readonly channel: 'email';
}

export interface PhoneTarget extends Addressed {
  readonly channel: 'sms';
  /** Absent: a valid number that takes no texts, such as a landline or a number of no country. */
  readonly country: CountryCode | undefined;
}

export type Target = EmailTarget | PhoneTarget;
