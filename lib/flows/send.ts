import type { Caller } from '../core/caller.ts';
import { type Challenge, type CodePolicy, issueChallenge } from '../core/challenge.ts';
import { type ChallengeId, challengeId } from '../core/challenge-id.ts';
import type { Keys } from '../core/keys.ts';
import { type Limit, type Quota, quotas, type Refusal } from '../core/limits.ts';
import type { Delivery, Notice } from '../core/message.ts';
import type { Passcode } from '../core/passcode.ts';
import { type BudgetKey, callerKey, targetKey, type WindowKey } from '../core/records.ts';
import { type Pool, poolFor, type SmsBudgets } from '../core/sms-budget.ts';
import type { Channel, EmailTarget, PhoneTarget, Target } from '../core/target.ts';
import { type TestTargets, testTargetAt } from '../core/test-targets.ts';
import { day, functionTimeout, latestDelivery, type Millis } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';
import type { Denial, Denials, Limiter } from './denials.ts';

export type Hit =
  | { readonly accepted: true; readonly sentAt: readonly Millis[] }
  | { readonly accepted: false; readonly sentAt: readonly Millis[]; readonly refusal: Refusal };

/** Each method is one conditional write: a denial is a value, an unreachable table throws. */
export interface SendTable {
  hit(key: WindowKey, limits: readonly Limit[], now: Millis, hitId: string): Promise<Hit>;
  withdraw(key: WindowKey, hitId: string): Promise<void>;
  putChallenge(challenge: Challenge): Promise<void>;
  spend(key: BudgetKey, budget: number, endsAt: Millis): Promise<boolean>;
}

export type Deliver<T extends Target> = (target: T, notice: Notice, locale: Locale) => Promise<Delivery>;

export interface SendDeps {
  readonly table: SendTable;
  /** Absent: email is off. */
  readonly email?: Deliver<EmailTarget> | undefined;
  /** Absent: SMS is off. */
  readonly sms?: { readonly budgets: SmsBudgets; readonly deliver: Deliver<PhoneTarget> } | undefined;
  /** Test identities, and what they get in place of a message. */
  readonly tests: { readonly targets: TestTargets; readonly deliver: Deliver<Target> };
  readonly denials: Denials;
  readonly keys: () => Promise<Keys>;
  readonly now: () => Millis;
  readonly random: (bytes: number) => Buffer;
}

export interface SendPolicy {
  readonly code: CodePolicy;
  readonly callerLimits: readonly Limit[];
  readonly targetLimits: readonly Limit[];
}

export interface SendRequest {
  readonly target: Target;
  readonly caller: Caller;
  readonly locale: Locale;
}

export type SendResult =
  | {
      readonly outcome: 'sent';
      readonly target: Target;
      readonly lifetime: Millis;
      readonly challengeId: ChallengeId;
      readonly callerQuotas: readonly Quota[];
    }
  | { readonly outcome: 'throttled'; readonly limiter: Limiter; readonly limit: Limit; readonly wait: Millis }
  | { readonly outcome: 'unsupported'; readonly channel: Channel }
  | { readonly outcome: 'not-sent' }
  | { readonly outcome: 'unknown'; readonly challengeId: ChallengeId };

/** How a target is reached, and what that is paid from. */
interface Route {
  readonly pools: readonly Pool[];
  /** The code of a test identity. */
  readonly known?: Passcode;
  readonly deliver: (notice: Notice, locale: Locale) => Promise<Delivery>;
}

type Counted = { readonly quotas: readonly Quota[] } | { readonly denial: Denial };

export type Send = (request: SendRequest) => Promise<SendResult>;

/** Count, store, then deliver: no code arrives that cannot work, and none is sent uncounted. */
export function createSend(
  { table, email, sms, tests, denials, keys, now, random }: SendDeps,
  policy: SendPolicy,
): Send {
  return async ({ target, caller, locale }) => {
    const began = now();
    const route = routeTo(target, began);
    if (!route) return { outcome: 'unsupported', channel: target.channel };

    const held = await keys();
    const byCaller = callerKey(held.index, caller);
    const byTarget = targetKey(held.index, target.countedAs);
    const known = denials.recall([byCaller, byTarget, ...route.pools.map(({ key }) => key)], began);
    if (known) return throttled(known, began);

    const hitId = random(12).toString('base64url');
    const callerHit = await hit('caller', byCaller, policy.callerLimits, hitId);
    if ('denial' in callerHit) return throttled(callerHit.denial, now());

    const id = challengeId(random(16));
    const { passcode, challenge } = issueChallenge(held, id, target.canonical, policy.code, now(), route.known);
    const [targetHit] = await Promise.all([
      hit('target', byTarget, policy.targetLimits, hitId),
      table.putChallenge(challenge),
    ]);
    if ('denial' in targetHit) return throttled(targetHit.denial, now());

    for (const pool of route.pools) {
      const denial = await spend(pool);
      if (!denial) continue;
      await table.withdraw(byTarget, hitId);
      return throttled(denial, now());
    }

    const { ttl: lifetime } = policy.code;
    const inTime = now() - began <= latestDelivery;
    const delivery = inTime
      ? await route.deliver({ passcode, lifetime, askedAt: challenge.issuedAt }, locale)
      : 'not-sent';
    if (delivery === 'unknown') return { outcome: 'unknown', challengeId: id };
    if (delivery === 'not-sent') {
      await table.withdraw(byTarget, hitId);
      return { outcome: 'not-sent' };
    }
    return { outcome: 'sent', target, lifetime, challengeId: id, callerQuotas: callerHit.quotas };
  };

  /** Undefined: we do not send there. */
  function routeTo(target: Target, at: Millis): Route | undefined {
    const test = testTargetAt(tests.targets, target.canonical, at);
    if (test) {
      return { pools: [], known: test.code, deliver: (notice, locale) => tests.deliver(target, notice, locale) };
    }
    if (target.channel === 'email') {
      return email && { pools: [], deliver: (notice, locale) => email(target, notice, locale) };
    }
    const pool = sms && poolFor(target, sms.budgets, at);
    return pool && { pools: [pool], deliver: (notice, locale) => sms.deliver(target, notice, locale) };
  }

  async function hit(
    limiter: 'caller' | 'target',
    key: WindowKey,
    limits: readonly Limit[],
    hitId: string,
  ): Promise<Counted> {
    if (limits.length === 0) return { quotas: [] };
    const at = now();
    const answer = await table.hit(key, limits, at, hitId);
    if (answer.accepted) return { quotas: quotas(answer.sentAt, limits, at) };

    const { limit, wait } = answer.refusal;
    const denial: Denial = { limiter, limit, until: at + wait };
    if (limiter === 'caller' || isSettled(answer.sentAt, at)) denials.remember(key, denial);
    return { denial };
  }

  async function spend({ key, budget, endsAt }: Pool): Promise<Denial | undefined> {
    if (await table.spend(key, budget, endsAt)) return undefined;

    const limit = { max: budget, window: day };
    const denial: Denial = { limiter: 'sms-budget', limit, until: endsAt };
    denials.remember(key, denial);
    return denial;
  }
}

/** Only the newest mark can still be withdrawn, and only while the call that made it runs. */
const isSettled = ([newest = 0]: readonly Millis[], now: Millis): boolean => now - newest > functionTimeout;

const throttled = ({ limiter, limit, until }: Denial, now: Millis): SendResult => ({
  outcome: 'throttled',
  limiter,
  limit,
  wait: Math.max(1, until - now),
});
