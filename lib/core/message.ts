import type { Passcode } from './passcode.ts';
import type { Millis } from './time.ts';

/** What a message tells the person. */
export interface CodeMessage {
  readonly passcode: Passcode;
  readonly lifetime: Millis;
  readonly askedAt: Millis;
}

export interface EmailMessage {
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface SmsMessage {
  readonly locale: string;
  readonly text: string;
}

/** `unknown`: the service may have accepted the message, so it counts as sent. */
export type Delivery = 'sent' | 'not-sent' | 'unknown';
