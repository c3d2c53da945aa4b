import type { Caller } from '../core/caller.ts';
import type { Challenge, CodePolicy, Issued, StoredChallenge } from '../core/challenge.ts';
import { latestDelivery } from '../core/deadlines.ts';
import type { Denial } from '../core/denial.ts';
import { readDeviceToken } from '../core/device-token.ts';
import { isBusy } from '../core/guard.ts';
import type { Keys } from '../core/keys.ts';
import type { Limit, Quota } from '../core/limits.ts';
import type { IndexKey } from '../core/mac.ts';
import { callerTag } from '../core/tags.ts';
import { devicesWindow, strangersWindow, type TargetPolicy, type TargetWindow } from '../core/target-window.ts';
import { callerWindow, type Window } from '../core/window.ts';
import { both } from './both.ts';
import { createCountHit, type HitDeps, type HitTable, rememberedKeys } from './count-hit.ts';
import { type CodeRequest, type CodeTable, createIssueCode, type IssueCodeDeps } from './issue-code.ts';
import type { Ledger } from './ledger.ts';
import { type NotAdmitted, repeated } from './send-result.ts';
import { createSpend, rememberedSpending, type SpendDeps, type SpendTable, spendableOf, textOf } from './spend.ts';
import type { Transport } from './transport.ts';

/** Each method is one conditional write or one read: a denial is a value, an unreachable table throws. */
export interface AdmitTable extends HitTable, CodeTable, SpendTable {
  /** Does nothing if another hit was accepted since. */
  withdraw(window: Window, hitId: string): Promise<void>;
  /** Returns the challenge that is stored there already, and leaves it as it is. */
  putChallenge(challenge: Challenge): Promise<StoredChallenge | undefined>;
  /** Removes only the challenge that this send made. */
  removeChallenge(challenge: Challenge): Promise<void>;
}

export interface AdmitDeps extends HitDeps, IssueCodeDeps, SpendDeps {
  readonly table: AdmitTable;
}

export interface AdmitPolicy extends TargetPolicy {
  readonly code: CodePolicy;
  readonly callerLimits: readonly Limit[];
}

export interface AdmitRequest extends CodeRequest {
  readonly caller: Caller;
  readonly deviceToken?: string | undefined;
}

/** A send that every limit lets through: it is counted, and its challenge is stored. */
export interface Admission {
  readonly issued: Issued;
  readonly callerQuotas: readonly Quota[];
  /** The stored challenge, where a repeat of this request can find it. */
  readonly repeatable: Challenge | undefined;
}

/** A code, where it is counted, and what is left there. */
type CountedCode = { readonly issued: Issued; readonly window: TargetWindow; readonly quotas: readonly Quota[] };

/** What a request that is not admitted has counted, beside the caller's hit, is still in the ledger. */
export type Admit = (request: AdmitRequest, transport: Transport, ledger: Ledger) => Promise<Admission | NotAdmitted>;

/** Everything that can say no to a send, in this order: a repeat, the caller, the target, the guard, the budget. */
export function createAdmit(deps: AdmitDeps, policy: AdmitPolicy): Admit {
  const { table, denials, keys, now, random } = deps;
  const countHit = createCountHit(deps);
  const codes = createIssueCode(deps, policy.code);
  const spend = createSpend(deps);

  return async (request, transport, ledger) => {
    const began = now();
    const held = await keys();
    const first = await codes.findFirst(request, held);
    if (first) return repeated(first.id, request.target, first.challenge, now());

    const byCaller = callerWindow(held.index, request.caller, policy.callerLimits);
    // Of a flood nearly all ends here: the target's own keys are three MACs more.
    const ofCaller = denials.recall(rememberedKeys(byCaller), now());
    if (ofCaller) return denied(ofCaller);

    const windows = windowsOf(held.index, request);
    const spendable = spendableOf(held.index, transport);
    const spendingKeys = rememberedSpending(spendable, isStrangers(windows[0]), byCaller?.key);
    const known = denials.recall([...rememberedKeys(windows[0]), ...spendingKeys], now());
    if (known) return denied(known);

    const hitId = random(12).toString('base64url');
    const callerHit = await countHit(byCaller, hitId);
    if ('denial' in callerHit) return denied(callerHit.denial);
    if (now() - began > latestDelivery) throw new Error('Too late to send');

    const counted = await countAndIssue({ ...request, text: textOf(spendable) }, held, windows, hitId, ledger);
    if ('denial' in counted) return denied(counted.denial);
    const { issued, window, quotas } = counted;
    const byStranger = isStrangers(window);
    const busyCaller = isBusy(callerHit.quotas) ? byCaller?.key : undefined;
    const spent = await spend(spendable, { byStranger, isJudged: byStranger || isBusy(quotas), busyCaller }, ledger);
    if (spent) return denied(spent);

    const repeatable = request.idempotencyKey === undefined ? undefined : issued.challenge;
    const earlier = repeatable && (await storeLast(repeatable, ledger));
    return earlier
      ? repeated(issued.id, request.target, earlier, now())
      : { issued, callerQuotas: callerHit.quotas, repeatable };
  };

  /** A known device's window comes first. If wrong codes lock it, the device counts as a stranger. */
  function windowsOf(index: IndexKey, { target, caller, deviceToken }: AdmitRequest): readonly TargetWindow[] {
    const strangers = strangersWindow(index, target, callerTag(index, target.countedAs, caller), policy);
    const device =
      deviceToken && policy.devices && readDeviceToken(deviceToken, index, target.canonical, policy.devices, now());
    return device ? [devicesWindow(index, target, device, policy), strangers] : [strangers];
  }

  async function countAndIssue(
    request: CodeRequest,
    held: Keys,
    [window, ...others]: readonly TargetWindow[],
    hitId: string,
    ledger: Ledger,
  ): Promise<CountedCode | { readonly denial: Denial }> {
    if (!window) throw new Error('No window is left');
    const counting = { window: window.name, sender: window.share?.tag };
    const issued = (await codes.resend(request, held)) ?? codes.issue(request, held, counting, hitId);
    const counted = ledger.count(
      () => countHit(window, hitId),
      (hit) => !('denial' in hit),
      () => table.withdraw(window, hitId),
    );
    // Nobody can ask for a random id before we answer, so its challenge is stored while the target is counted.
    const stored = request.idempotencyKey || !issued.challenge ? undefined : table.putChallenge(issued.challenge);
    const [hit] = await both(counted, stored);
    if (!('denial' in hit)) return { issued, window, quotas: hit.quotas };
    const isLocked = hit.denial.limit === undefined && hit.denial.limiter === window.limiter;
    return isLocked && others.length > 0 ? countAndIssue(request, held, others, hitId, ledger) : hit;
  }

  /** A challenge that a repeat can find is stored last: it shows that every limit let the first request through. */
  function storeLast(challenge: Challenge, ledger: Ledger): Promise<StoredChallenge | undefined> {
    return ledger.count(
      () => table.putChallenge(challenge),
      (earlier) => earlier === undefined,
      () => table.removeChallenge(challenge),
    );
  }
}

const isStrangers = (window: TargetWindow | undefined): boolean => window?.name !== 'devices';

const denied = (denial: Denial): NotAdmitted => ({ outcome: 'denied', denial });
