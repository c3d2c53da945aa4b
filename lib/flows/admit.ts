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
import type { Denial } from '../core/denial.ts';
import { type BudgetKey, type ChallengeKey, challengeKey } from '../core/item-keys.ts';
import type { Keys } from '../core/keys.ts';
import type { Limit, Quota } from '../core/limits.ts';
import type { SmsBudget } from '../core/sms-budget.ts';
import type { Target } from '../core/target.ts';
import { day, type Millis } from '../core/time.ts';
import { callerWindow, targetWindow, type Window } from '../core/window.ts';
import { createCountHit, type HitDeps, type HitTable } from './count-hit.ts';
import { type NotAdmitted, repeated } from './send-result.ts';
import type { Transport } from './transport.ts';

/** Each method is one conditional write or one read: a denial is a value, an unreachable table throws. */
export interface AdmitTable extends HitTable {
  withdraw(window: Window, hitId: string): Promise<void>;
  /** Returns the challenge that is stored there already, and leaves it as it is. */
  putChallenge(challenge: Challenge): Promise<StoredChallenge | undefined>;
  readChallenge(key: ChallengeKey): Promise<StoredChallenge | undefined>;
  /** False: the budget is spent. */
  spend(key: BudgetKey, max: number, endsAt: Millis): Promise<boolean>;
}

export interface AdmitDeps extends HitDeps {
  readonly table: AdmitTable;
  readonly keys: (codeKeyId?: string) => Promise<Keys>;
  readonly random: (bytes: number) => Buffer;
}

export interface AdmitPolicy {
  readonly code: CodePolicy;
  readonly callerLimits: readonly Limit[];
  readonly targetLimits: readonly Limit[];
}

export interface AdmitRequest {
  readonly target: Target;
  readonly caller: Caller;
  /** An earlier challenge, whose code is to be sent again. */
  readonly challengeId?: ChallengeId | undefined;
  readonly idempotencyKey?: IdempotencyKey | undefined;
}

/** A send that every limit lets through: it is counted, and its challenge is stored. */
export interface Admission {
  readonly issued: Issued;
  readonly callerQuotas: readonly Quota[];
  /** The stored challenge, where a repeat of this request can find it. */
  readonly repeatable: Challenge | undefined;
  /** Takes the target's hit back. */
  readonly withdraw: () => Promise<void>;
}

export type Admit = (request: AdmitRequest, transport: Transport) => Promise<Admission | NotAdmitted>;

/** What one request is about to send. */
interface Sending {
  readonly target: Target;
  readonly transport: Transport;
  readonly hitId: string;
  readonly byTarget: Window;
  readonly issued: Issued;
  readonly isRepeatable: boolean;
}

/** Everything that can say no to a send, in this order: a repeat, the caller, the target, the budgets. */
export function createAdmit(deps: AdmitDeps, policy: AdmitPolicy): Admit {
  const { table, denials, keys, now, random } = deps;
  const countHit = createCountHit(deps);

  return async ({ target, caller, challengeId: again, idempotencyKey }, transport) => {
    const held = await keys();
    const repeatableId = idempotencyKey && repeatableChallengeId(held.index, target.canonical, idempotencyKey);
    const first = repeatableId && (await table.readChallenge(challengeKey(held.index, repeatableId)));
    if (first && first.expiresAt > now()) return repeated(repeatableId, target, first, now());

    const byCaller = callerWindow(held.index, caller, policy.callerLimits);
    const byTarget = targetWindow(held.index, target.countedAs, policy.targetLimits);
    const remembered = [...(byCaller ? [byCaller] : []), byTarget, ...transport.budgets].map(({ key }) => key);
    const known = denials.recall(remembered, now());
    if (known) return denied(known);

    const hitId = random(12).toString('base64url');
    const callerHit = await countHit(byCaller, hitId);
    if ('denial' in callerHit) return denied(callerHit.denial);

    const id = repeatableId ?? challengeId(random(16));
    const { canonical, knownCode } = target;
    const issued =
      (again && (await resend(held, again, target))) ??
      issueChallenge(held, { id, target: canonical, issuedBy: hitId, knownCode }, policy.code, now());
    const sending = { target, transport, hitId, byTarget, issued, isRepeatable: repeatableId !== undefined };
    return (
      (await countAndStore(sending)) ?? {
        issued,
        callerQuotas: callerHit.quotas,
        repeatable: sending.isRepeatable ? issued.challenge : undefined,
        withdraw: () => table.withdraw(byTarget, hitId),
      }
    );
  };

  async function resend({ index }: Keys, id: ChallengeId, target: Target): Promise<Issued | undefined> {
    const stored = await table.readChallenge(challengeKey(index, id));
    return stored && reissue(await keys(stored.keyId), id, target.canonical, stored, policy.code, now());
  }

  /**
   * Nobody can ask for a random id before we answer, so its challenge is stored while the target is counted. A challenge
   * that a repeat can find is stored last: it shows that every limit let the first request through.
   */
  async function countAndStore({ target, transport, hitId, byTarget, issued, isRepeatable }: Sending) {
    const { id, challenge } = issued;
    const [targetHit] = await Promise.all([
      countHit(byTarget, hitId),
      challenge && !isRepeatable ? table.putChallenge(challenge) : undefined,
    ]);
    if ('denial' in targetHit) return denied(targetHit.denial);

    for (const budget of transport.budgets) {
      const denial = await spend(budget);
      if (!denial) continue;
      await table.withdraw(byTarget, hitId);
      return denied(denial);
    }
    if (!challenge || !isRepeatable) return undefined;

    const first = await table.putChallenge(challenge);
    if (!first) return undefined;
    await table.withdraw(byTarget, hitId);
    return repeated(id, target, first, now());
  }

  async function spend({ key, max, endsAt }: SmsBudget): Promise<Denial | undefined> {
    if (await table.spend(key, max, endsAt)) return undefined;

    const denial: Denial = { limiter: 'sms-budget', limit: { max, window: day }, until: endsAt };
    denials.remember(key, denial);
    return denial;
  }
}

const denied = (denial: Denial): NotAdmitted => ({ outcome: 'denied', denial });
