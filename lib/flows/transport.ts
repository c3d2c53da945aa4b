import { type Budget, emailBudgetFor, type SmsBudgets, smsBudgetFor } from '../core/budget.ts';
import type { CodeMessage, Delivery, SentAs } from '../core/message.ts';
import type { EmailTarget, PhoneTarget, Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';

export type Deliver<T extends Target> = (target: T, message: CodeMessage, locale: Locale) => Promise<Delivery | SentAs>;

export interface Channels {
  /** Absent: email is off. */
  readonly email?: Email | undefined;
  /** Absent: SMS is off. */
  readonly sms?: { readonly budgets: SmsBudgets; readonly deliver: Deliver<PhoneTarget> } | undefined;
}

interface Email {
  /** Mails a UTC day. Undefined: they are not counted. */
  readonly budget: number | undefined;
  readonly deliver: Deliver<EmailTarget>;
}

/** How a target is reached, and the budgets that a message to it counts in. */
export interface Transport {
  readonly budgets: readonly Budget[];
  readonly deliver: (message: CodeMessage, locale: Locale) => Promise<Delivery | SentAs>;
}

/** A test identity's code is known, so nothing is sent. */
const nowhere: Transport = { budgets: [], deliver: async () => 'sent' };

/** Undefined: the channel is off, or no texts go to this country or kind of number. */
export function transportTo(target: Target, { email, sms }: Channels, now: Millis): Transport | undefined {
  if (target.knownCode !== undefined) return nowhere;
  if (target.channel === 'email') {
    if (!email) return undefined;
    const { budget, deliver } = email;
    return {
      budgets: budget === undefined || target.heartbeat ? [] : [emailBudgetFor(budget, now)],
      deliver: (message, locale) => deliver(target, message, locale),
    };
  }
  const budget = sms && smsBudgetFor(target, sms.budgets, now);
  return budget && { budgets: [budget], deliver: (message, locale) => sms.deliver(target, message, locale) };
}
