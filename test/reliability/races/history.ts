import type { Millis } from '../../../lib/core/time.ts';

/** Whom a code is for. */
export interface Person {
  /** As the service writes it: an email address, or a number in E.164. */
  readonly address: string;
  /** Whose codes are counted together: several addresses can reach one mailbox. */
  readonly mailbox: string;
  /** What its messages are counted in: `email`, or `sms#` and a country. */
  readonly budget: string;
}

interface Asked {
  readonly person: Person;
  readonly ip: string;
}

export interface Send extends Asked {
  readonly kind: 'send';
  readonly idempotencyKey?: string | undefined;
  /** Whose code is to be sent again. */
  readonly challengeId?: string | undefined;
  readonly device?: Device | undefined;
}

/** A device token, and the address of the person who got it. */
export interface Device {
  readonly token: string;
  readonly owner: string;
}

export interface Verify extends Asked {
  readonly kind: 'verify';
  readonly challengeId: string;
  readonly code: string;
}

export interface Answer {
  readonly status: number;
  /** The last part of a problem's `type`. */
  readonly problem?: string | undefined;
  readonly challengeId?: string | undefined;
  readonly attemptsLeft?: number | undefined;
  readonly deviceToken?: string | undefined;
  /** It says that it repeats the answer to an earlier request. */
  readonly replayed?: boolean | undefined;
}

/** One request: what was asked, what was answered, and when, by the clock that all processes share. */
export interface Operation<Request extends Send | Verify = Send | Verify> {
  readonly process: number;
  readonly asked: Request;
  readonly invoked: Millis;
  readonly completed: Millis;
  /** Absent: nobody knows what became of it. */
  readonly answer?: Answer | undefined;
  /** A call to the table was made twice, or had no answer, and not because that was lost on purpose. */
  readonly retried?: boolean | undefined;
  /** An answer of the table was lost on purpose, so the call was made again. */
  readonly lost?: boolean | undefined;
}

/** What SES or SNS was asked to send. */
export interface Message {
  /** That asked. */
  readonly process: number;
  readonly to: string;
  readonly code: string;
  readonly at: Millis;
  /** False: refused, so certainly not sent. */
  readonly taken: boolean;
}

/** What the table has counted in one budget, on one day. */
export interface Counter {
  readonly budget: string;
  readonly sent: number;
  readonly strangers: number;
}

export interface History {
  readonly operations: readonly Operation[];
  readonly messages: readonly Message[];
  /** Read when nothing was going on. */
  readonly counters: readonly Counter[];
}
