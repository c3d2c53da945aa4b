import type { Caller } from '../core/caller.ts';
import { isRightCode, type StoredChallenge, targetMac } from '../core/challenge.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import { latestUse } from '../core/deadlines.ts';
import {
  type BudgetKey,
  type ChallengeKey,
  challengeKey,
  targetKey,
  verifyCallerKey,
  type WindowKey,
} from '../core/item-keys.ts';
import { codeKeyNamed, type Keys } from '../core/keys.ts';
import type { Limit, Quota } from '../core/limits.ts';
import type { Passcode } from '../core/passcode.ts';
import { type SmsBudgets, smsBudgetFor } from '../core/sms-budget.ts';
import type { Target } from '../core/target.ts';
import type { Millis } from '../core/time.ts';
import { createCountHit, type HitDeps, type HitTable, type Throttled, throttled } from './count-hit.ts';
import type { IssueToken, Token } from './issue-token.ts';

/** Each method is one conditional write, unless it says otherwise. */
export interface VerifyTable extends HitTable {
  takeAttempt(
    key: ChallengeKey,
    targetMac: Uint8Array,
    now: Millis,
    attemptId: string,
  ): Promise<StoredChallenge | undefined>;
  markUsed(challenge: StoredChallenge, attemptId: string): Promise<boolean>;
  /** A wrong code. One write more when it locks the target. */
  fail(key: WindowKey, now: Millis): Promise<void>;
  /** A right code: what was wrong before is forgotten, and a lock lifted. */
  forgive(key: WindowKey): Promise<void>;
  countVerified(key: BudgetKey, endsAt: Millis): Promise<void>;
}

export interface VerifyDeps extends HitDeps {
  readonly table: VerifyTable;
  readonly keys: (codeKeyId?: string) => Promise<Keys>;
  readonly issueToken: IssueToken;
  /** What the first token has to wait for, begun early. */
  readonly prepareToken: () => Promise<unknown>;
  readonly random: (bytes: number) => Buffer;
  /** Where texts are counted by country. Absent: SMS is off. */
  readonly smsBudgets?: SmsBudgets | undefined;
  /** A fault that costs the person nothing. */
  readonly report: (error: unknown) => void;
}

export interface VerifyPolicy {
  readonly verifyCallerLimits: readonly Limit[];
}

export interface VerifyRequest {
  readonly target: Target;
  readonly caller: Caller;
  readonly challengeId: ChallengeId;
  readonly code: Passcode;
}

export type VerifyResult =
  | {
      readonly outcome: 'verified';
      readonly target: Target;
      readonly token: Token;
      readonly callerQuotas: readonly Quota[];
    }
  | { readonly outcome: 'wrong'; readonly attemptsLeft: number }
  /** Unknown, another target's, expired, used or exhausted: nobody is told which. */
  | { readonly outcome: 'over' }
  | Throttled;

export type Verify = (request: VerifyRequest) => Promise<VerifyResult>;

/** Count, then compare, then sign, then use up: no guess goes uncounted, and no code works twice. */
export function createVerify(deps: VerifyDeps, { verifyCallerLimits }: VerifyPolicy): Verify {
  const { table, denials, keys, issueToken, prepareToken, smsBudgets, report, now, random } = deps;
  const countHit = createCountHit(deps);

  return async ({ target, caller, challengeId, code }) => {
    const began = now();
    const { index } = await keys();
    const byCaller = verifyCallerKey(index, caller);
    const known = denials.recall([byCaller], began);
    if (known) return throttled(known, began);

    const attemptId = random(12).toString('base64url');
    const [counted] = await Promise.all([
      countHit('verify-caller', byCaller, verifyCallerLimits, attemptId),
      prepareToken().catch(() => undefined), // issuing the token meets the same fault
    ]);
    if ('denial' in counted) return throttled(counted.denial, now());

    const key = challengeKey(index, challengeId);
    const challenge = await table.takeAttempt(key, targetMac(index, target.canonical), now(), attemptId);
    const codeKey = challenge && codeKeyNamed(await keys(challenge.keyId), challenge.keyId);
    if (!codeKey) return { outcome: 'over' };

    const byTarget = targetKey(index, target.countedAs);
    if (!isRightCode(codeKey, challengeId, target.canonical, code, challenge)) {
      await table.fail(byTarget, now());
      return { outcome: 'wrong', attemptsLeft: challenge.attemptsLeft };
    }
    const token = await issueToken(target, now());
    if (now() - began > latestUse) throw new Error('Too late to use up the code');
    const [first] = await Promise.all([table.markUsed(challenge, attemptId), table.forgive(byTarget).catch(report)]);
    if (!first) return { outcome: 'over' };

    await countConversion(target).catch(report);
    return { outcome: 'verified', target, token, callerQuotas: counted.quotas };
  };

  /** By country and day: texts that nobody answers are a sign of pumping. */
  async function countConversion(target: Target): Promise<void> {
    if (target.channel === 'email' || target.knownCode !== undefined) return;
    const budget = smsBudgets && smsBudgetFor(target, smsBudgets, now());
    if (budget) await table.countVerified(budget.key, budget.endsAt);
  }
}
