import type { Caller } from '../core/caller.ts';
import { type CountedText, isRightCode, type StoredChallenge, targetMac } from '../core/challenge.ts';
import type { ChallengeId } from '../core/challenge-id.ts';
import { latestUse } from '../core/deadlines.ts';
import type { Denial } from '../core/denial.ts';
import { type Device, type DeviceToken, deviceBytes, issueDeviceToken, newDevice } from '../core/device-token.ts';
import { type ChallengeKey, challengeKey } from '../core/item-keys.ts';
import { codeKeyNamed, type Keys } from '../core/keys.ts';
import type { Limit, Quota } from '../core/limits.ts';
import type { IndexKey } from '../core/mac.ts';
import type { Passcode } from '../core/passcode.ts';
import type { Target } from '../core/target.ts';
import { type TargetPolicy, type TargetWindow, windowOfChallenge } from '../core/target-window.ts';
import type { Millis } from '../core/time.ts';
import { verifyCallerWindow } from '../core/window.ts';
import { createCountHit, type HitDeps, type HitTable, rememberedKeys } from './count-hit.ts';
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
  /** A wrong code. One more write when it locks the window. */
  recordFailure(window: TargetWindow, now: Millis): Promise<void>;
  /** A right code: the wrong ones before it are forgotten, and a lock ends. */
  clearFailures(window: TargetWindow): Promise<void>;
  /** A text is no longer unanswered: one write for its country's day, and one for its number block's. */
  countAnswered(text: CountedText): Promise<void>;
}

export interface VerifyDeps extends HitDeps {
  readonly table: VerifyTable;
  readonly keys: (codeKeyId?: string) => Promise<Keys>;
  readonly issueToken: IssueToken;
  /** What the first token has to wait for, begun early. */
  readonly prepareToken: () => Promise<unknown>;
  readonly random: (bytes: number) => Buffer;
  /** Tells the service that a message of its was received. Absent: no service wants to hear that. */
  readonly tellReceived?: ((messageId: string) => Promise<void>) | undefined;
  /** Told of a fault that costs the person nothing. */
  readonly report: (error: unknown) => void;
}

export interface VerifyPolicy extends TargetPolicy {
  readonly verifyCallerLimits: readonly Limit[];
}

export interface VerifyRequest {
  readonly target: Target;
  readonly caller: Caller;
  readonly challengeId: ChallengeId;
  readonly code: Passcode;
  /** To be found in the token again. */
  readonly nonce?: string | undefined;
}

export type VerifyResult =
  | {
      readonly outcome: 'verified';
      readonly target: Target;
      readonly token: Token;
      readonly deviceToken: DeviceToken | undefined;
      readonly callerQuotas: readonly Quota[];
    }
  | { readonly outcome: 'wrong'; readonly attemptsLeft: number }
  /** Unknown, another target's, expired, used or without attempts left: the client is not told which. */
  | { readonly outcome: 'over' }
  | { readonly outcome: 'denied'; readonly denial: Denial };

export type Verify = (request: VerifyRequest) => Promise<VerifyResult>;

/** Count, compare, sign, then use up: every guess is counted, and no code works twice. */
export function createVerify(deps: VerifyDeps, policy: VerifyPolicy): Verify {
  const { table, denials, keys, issueToken, prepareToken, tellReceived, report, now, random } = deps;
  const countHit = createCountHit(deps);

  return async ({ target, caller, challengeId, code, nonce }) => {
    const began = now();
    const { index } = await keys();
    const byCaller = verifyCallerWindow(index, caller, policy.verifyCallerLimits);
    const known = denials.recall(rememberedKeys(byCaller), began);
    if (known) return { outcome: 'denied', denial: known };

    const attemptId = random(12).toString('base64url');
    const [counted] = await Promise.all([
      countHit(byCaller, attemptId),
      prepareToken().catch(() => undefined), // issuing the token meets the same fault
    ]);
    if ('denial' in counted) return { outcome: 'denied', denial: counted.denial };

    const key = challengeKey(index, challengeId);
    const challenge = await table.takeAttempt(key, targetMac(index, target.canonical), now(), attemptId);
    const codeKey = challenge && codeKeyNamed(await keys(challenge.keyId), challenge.keyId);
    if (!codeKey) return { outcome: 'over' };

    const window = windowOfChallenge(index, target, challenge.counting, policy);
    if (!isRightCode(codeKey, challengeId, target.canonical, code, challenge)) {
      await table.recordFailure(window, now());
      return { outcome: 'wrong', attemptsLeft: challenge.attemptsLeft };
    }
    const token = await issueToken(target, now(), nonce);
    if (now() - began > latestUse) throw new Error('Too late to use up the code');
    const [first] = await Promise.all([
      table.markUsed(challenge, attemptId),
      table.clearFailures(window).catch(report),
    ]);
    if (!first) return { outcome: 'over' };

    await Promise.all([countAnswer(challenge).catch(report), confirmReceipt(challenge).catch(report)]);
    const deviceToken = policy.devices && deviceTokenFor(index, target, challenge);
    return { outcome: 'verified', target, token, deviceToken, callerQuotas: counted.quotas };
  };

  /** A known device keeps its name, with a new date. Any other becomes a known one. */
  function deviceTokenFor(index: IndexKey, { canonical }: Target, { counting }: StoredChallenge): DeviceToken {
    const known = counting.window === 'devices' ? (counting.sender as Device | undefined) : undefined;
    return issueDeviceToken(index, canonical, known ?? newDevice(random(deviceBytes)), now());
  }

  async function confirmReceipt({ messageId }: StoredChallenge): Promise<void> {
    if (messageId !== undefined) await tellReceived?.(messageId);
  }

  /** Texts that nobody answers are a sign of SMS pumping. */
  async function countAnswer({ text }: StoredChallenge): Promise<void> {
    if (text) await table.countAnswered(text);
  }
}
