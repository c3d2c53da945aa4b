import type { Delivery, Notice } from '../core/message.ts';
import { type Pool, poolFor, type SmsBudgets } from '../core/sms-budget.ts';
import type { EmailTarget, PhoneTarget, Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';

export type Deliver<T extends Target> = (target: T, notice: Notice, locale: Locale) => Promise<Delivery>;

export interface Channels {
  /** Absent: email is off. */
  readonly email?: Deliver<EmailTarget> | undefined;
  /** Absent: SMS is off. */
  readonly sms?: { readonly budgets: SmsBudgets; readonly deliver: Deliver<PhoneTarget> } | undefined;
}

/** How a target is reached, and what that is paid from. */
export interface Route {
  readonly pools: readonly Pool[];
  readonly deliver: (notice: Notice, locale: Locale) => Promise<Delivery>;
}

/** Whoever knows the code already is sent nothing. */
const nowhere: Route = { pools: [], deliver: async () => 'sent' };

/** Undefined: we do not send there. */
export function routeTo(target: Target, { email, sms }: Channels, now: Millis): Route | undefined {
  if (target.knownCode !== undefined) return nowhere;
  if (target.channel === 'email') {
    return email && { pools: [], deliver: (notice, locale) => email(target, notice, locale) };
  }
  const pool = sms && poolFor(target, sms.budgets, now);
  return pool && { pools: [pool], deliver: (notice, locale) => sms.deliver(target, notice, locale) };
}
