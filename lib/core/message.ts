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
  /** Of the code: later than that, nobody needs the text. */
  readonly lifetime: Millis;
}

/** `unknown`: the service may have accepted the message, so it counts as sent. */
export type Delivery = 'sent' | 'not-sent' | 'unknown';

/** Sent, and what the service calls the message: kept, so that the service can be told when the code comes back. */
export interface SentAs {
  readonly messageId: string;
}
