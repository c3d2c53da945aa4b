import type { Caller } from '../core/caller.ts';
import {
  type Challenge,
  type CodePolicy,
  type Issued,
  issueChallenge,
  reissue,
  type StoredChallenge,
} from '../core/challenge.ts';
import { type ChallengeId, challengeId, type IdempotencyKey, repeatableChallengeId } from '../core/challenge-id.ts';
import { latestDelivery } from '../core/deadlines.ts';
import {
  type BudgetKey,
  type ChallengeKey,
  callerKey,
  challengeKey,
  targetKey,
  type WindowKey,
} from '../core/item-keys.ts';
import type { Keys } from '../core/keys.ts';
import type { Limit } from '../core/limits.ts';
import type { IndexKey } from '../core/mac.ts';
import type { Delivery } from '../core/message.ts';
import type { SmsBudget } from '../core/sms-budget.ts';
import type { Target } from '../core/target.ts';
import { day, type Millis, wholeMinutes } from '../core/time.ts';
import type { Locale } from '../locales/locales.ts';
import { createCountHit, type HitDeps, type HitTable, throttled } from './count-hit.ts';
import type { Denial } from './denials.ts';
import { repeated, resultOf, type SendResult } from './send-result.ts';
import { type Channels, type Transport, transportTo } from './transport.ts';

/** Each method is one conditional write or one read: a denial is a value, an unreachable table throws. */
export interface SendTable extends HitTable {
  withdraw(key: WindowKey, hitId: string): Promise<void>;
  /** Gives the challenge that lives there already, and leaves it as it is. */
  putChallenge(challenge: Challenge): Promise<StoredChallenge | undefined>;
  readChallenge(key: ChallengeKey): Promise<StoredChallenge | undefined>;
  removeChallenge(challenge: Challenge): Promise<void>;
  markDeliveryUnknown(challenge: Challenge): Promise<void>;
  spend(key: BudgetKey, budget: number, endsAt: Millis): Promise<boolean>;
}

export interface SendDeps extends HitDeps, Channels {
  readonly table: SendTable;
  readonly keys: (codeKeyId?: string) => Promise<Keys>;
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
  /** An earlier challenge, whose code is to be sent once more. */
  readonly challengeId?: ChallengeId | undefined;
  readonly idempotencyKey?: IdempotencyKey | undefined;
}

export type Send = (request: SendRequest) => Promise<SendResult>;

/** What one request is about to send. */
interface Sending {
  readonly target: Target;
  readonly transport: Transport;
  readonly began: Millis;
  readonly hitId: string;
  readonly byTarget: WindowKey;
  readonly issued: Issued;
  /** Others may ask for this challenge by its Idempotency-Key. */
  readonly repeatable: boolean;
}

/** Count, store, then deliver: no code arrives that cannot work, and none is sent uncounted. */
export function createSend(deps: SendDeps, policy: SendPolicy): Send {
  const { table, denials, keys, now, random } = deps;
  const countHit = createCountHit(deps);

  return async ({ target, caller, locale, challengeId: again, idempotencyKey }) => {
    const began = now();
    const transport = transportTo(target, deps, began);
    if (!transport) return { outcome: 'unsupported', channel: target.channel };

    const held = await keys();
    const repeatableId = idempotencyKey && repeatableChallengeId(held.index, target.canonical, idempotencyKey);
    const first = repeatableId && (await table.readChallenge(challengeKey(held.index, repeatableId)));
    if (first && first.expiresAt > now()) return repeated(repeatableId, target, first, now());

    const byCaller = callerKey(held.index, caller);
    const byTarget = targetKey(held.index, target.countedAs);
    const known = denials.recall([byCaller, byTarget, ...transport.budgets.map(({ key }) => key)], began);
    if (known) return throttled(known, began);

    const hitId = random(12).toString('base64url');
    const callerHit = await countHit('caller', byCaller, policy.callerLimits, hitId);
    if ('denial' in callerHit) return throttled(callerHit.denial, now());

    const resent = again && (await challengeToResend(held.index, again, target));
    const id = repeatableId ?? challengeId(random(16));
    const issued = resent ?? issueChallenge(held, id, target.canonical, policy.code, now(), hitId, target.knownCode);
    const sending = { target, transport, began, hitId, byTarget, issued, repeatable: repeatableId !== undefined };

    const refused = await countAndStore(sending);
    if (refused) return refused;
    const delivery = await deliver(sending, locale);
    await settle(sending, delivery);
    return resultOf(delivery, target, issued, callerHit.quotas);
  };

  async function challengeToResend(index: IndexKey, id: ChallengeId, target: Target): Promise<Issued | undefined> {
    const stored = await table.readChallenge(challengeKey(index, id));
    return stored && reissue(await keys(stored.keyId), id, target.canonical, stored, policy.code, now());
  }

  /**
   * Nobody can ask for a random id before we answer, so its challenge is stored while the target is counted. One that a
   * repeat can find is stored last: its being there says that every limit was passed.
   */
  async function countAndStore(sending: Sending): Promise<SendResult | undefined> {
    const { target, transport, hitId, byTarget, repeatable } = sending;
    const { id, challenge } = sending.issued;
    const [targetHit] = await Promise.all([
      countHit('target', byTarget, policy.targetLimits, hitId),
      challenge && !repeatable ? table.putChallenge(challenge) : undefined,
    ]);
    if ('denial' in targetHit) return throttled(targetHit.denial, now());

    for (const budget of transport.budgets) {
      const denial = await spend(budget);
      if (!denial) continue;
      await table.withdraw(byTarget, hitId);
      return throttled(denial, now());
    }
    if (!challenge || !repeatable) return undefined;

    const first = await table.putChallenge(challenge);
    if (!first) return undefined;
    await table.withdraw(byTarget, hitId);
    return repeated(id, target, first, now());
  }

  async function spend({ key, budget, endsAt }: SmsBudget): Promise<Denial | undefined> {
    if (await table.spend(key, budget, endsAt)) return undefined;

    const limit = { max: budget, window: day };
    const denial: Denial = { limiter: 'sms-budget', limit, until: endsAt };
    denials.remember(key, denial);
    return denial;
  }

  async function deliver(sending: Sending, locale: Locale): Promise<Delivery> {
    if (now() - sending.began > latestDelivery) return 'not-sent';
    const { passcode, askedAt, lifetime, challenge } = sending.issued;
    return sending.transport.deliver(
      { passcode, askedAt, lifetime: challenge ? lifetime : wholeMinutes(lifetime) },
      locale,
    );
  }

  /** What a repeat is to be told, and what a send that certainly failed is not to cost. */
  async function settle(sending: Sending, delivery: Delivery): Promise<void> {
    const found = sending.repeatable ? sending.issued.challenge : undefined;
    if (delivery === 'unknown' && found) await table.markDeliveryUnknown(found);
    if (delivery !== 'not-sent') return;
    await Promise.all([table.withdraw(sending.byTarget, sending.hitId), found && table.removeChallenge(found)]);
  }
}
