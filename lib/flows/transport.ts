import { type Budget, emailBudgetFor, type SmsBudgets, smsBudgetFor } from '../core/budget.ts';
import type { GuardMode } from '../core/guard.ts';
import type { CodeMessage, Delivery, SentAs } from '../core/message.ts';
import { type NumberBlock, numberBlock } from '../core/number-block.ts';
import type { EmailTarget, PhoneTarget, Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';

export type Deliver<T extends Target> = (target: T, message: CodeMessage, locale: Locale) => Promise<Delivery | SentAs>;

export interface Channels {
  /** Absent: email is off. */
  readonly email?: Email | undefined;
  /** Absent: SMS is off. */
  readonly sms?: { readonly budgets: SmsBudgets; readonly deliver: Deliver<PhoneTarget> } | undefined;
  /** How texts are judged by their answers. */
  readonly guard: GuardMode;
}

interface Email {
  /** Mails a UTC day. Undefined: they are not counted. */
  readonly budget: number | undefined;
  readonly deliver: Deliver<EmailTarget>;
}

/** How a target is reached, and what a message to it counts in. */
export interface Transport {
  /** Undefined: it counts in none. */
  readonly budget: Budget | undefined;
  /** Of a text, where the guard is on. */
  readonly block?: NumberBlock | undefined;
  readonly deliver: (message: CodeMessage, locale: Locale) => Promise<Delivery | SentAs>;
}

/** A test identity's code is known, so nothing is sent. */
const nowhere: Transport = { budget: undefined, deliver: async () => 'sent' };

/** Undefined: the channel is off, or no texts go to this country or kind of number. */
export function transportTo(target: Target, { email, sms, guard }: Channels, now: Millis): Transport | undefined {
  if (target.knownCode !== undefined) return nowhere;
  if (target.channel === 'email') {
    if (!email) return undefined;
    const { budget, deliver } = email;
    return {
      budget: budget === undefined || target.heartbeat ? undefined : emailBudgetFor(budget, now),
      deliver: (message, locale) => deliver(target, message, locale),
    };
  }
  const budget = sms && smsBudgetFor(target, sms.budgets, now);
  return (
    budget && {
      budget,
      block: guard === 'off' ? undefined : numberBlock(target.canonical),
      deliver: (message, locale) => sms.deliver(target, message, locale),
    }
  );
}
