import { type Budget, emailBudgetFor, strangersPart } from '../../../lib/core/budget.ts';
import { denialOf } from '../../../lib/core/denial.ts';
import { hitsThatCount, type Limit } from '../../../lib/core/limits.ts';
import type { ShareTag } from '../../../lib/core/tags.ts';
import { devicesLimits } from '../../../lib/core/target-window.ts';
import { day, type Millis } from '../../../lib/core/time.ts';
import type { Window } from '../../../lib/core/window.ts';
import { readVerifyConfig } from '../../../lib/settings/config.ts';

export const policy = readVerifyConfig({
  TABLE_NAME: 'simulation',
  LOGIN_CODE_SECRET: 's'.repeat(32),
  PUBLIC_URL: 'https://login.example.com',
  EMAIL_FROM: 'login@example.com',
  ENVIRONMENT: 'development',
});

export interface Asked {
  readonly caller: string;
  readonly person: string;
  /** With a valid device token. */
  readonly onKnownDevice: boolean;
}

export type Limits = ReturnType<typeof createLimits>;

/** Our own limits and the mail budget, all at their defaults. The functions that decide are the service's own. */
export function createLimits() {
  const times = new Map<string, Millis[]>();
  /** As a warm function remembers them. */
  const deniedUntil = new Map<string, Millis>();
  const spent = { all: 0, strangers: 0 };
  const budget: Budget = emailBudgetFor(policy.email?.budget ?? Infinity, 0);
  const strangers = strangersPart(budget.max);

  return { spent, strangers, isSent };

  function isSent({ caller, person, onKnownDevice }: Asked, now: Millis): boolean {
    // A warm function remembers also that a budget is spent, and then counts nothing.
    if (spent.all >= budget.max || (!onKnownDevice && spent.strangers >= strangers)) return false;
    if (!isCounted(`caller ${caller}`, { limiter: 'caller', limits: policy.callerLimits }, now)) return false;
    const [kind, window] = onKnownDevice
      ? (['devices', deviceOf(caller)] as const)
      : (['target', strangerOf(caller)] as const);
    if (!isCounted(`${kind} ${person}`, window, now)) return false;
    spent.all++;
    if (!onKnownDevice) spent.strangers++;
    return true;
  }

  function isCounted(key: string, window: Pick<Window, 'limiter' | 'limits' | 'share'>, now: Millis): boolean {
    const shareKey = `${key} ${window.share?.tag}`;
    if ((deniedUntil.get(shareKey) ?? 0) > now) return false;
    const [hits, shareHits] = [times.get(key) ?? [], times.get(shareKey) ?? []];
    const denial = denialOf(window, { hits, shareHits, wrong: [], lockedUntil: 0, unreachableUntil: 0 }, now);
    if (denial) deniedUntil.set(shareKey, denial.until);
    if (denial) return false;
    times.set(key, withNewest(hits, window.limits, now));
    if (window.share) times.set(shareKey, withNewest(shareHits, window.share.limits, now));
    return true;
  }
}

const withNewest = (hits: readonly Millis[], limits: readonly Limit[], now: Millis): Millis[] =>
  [now, ...hits.filter((hit) => hit > now - day)].slice(0, hitsThatCount(limits));

const strangerOf = (caller: string): Pick<Window, 'limiter' | 'limits' | 'share'> => ({
  limiter: 'target',
  limits: policy.targetLimits,
  share: { limiter: 'target-caller', tag: caller as ShareTag, limits: policy.targetCallerLimits },
});

const deviceOf = (caller: string): Pick<Window, 'limiter' | 'limits' | 'share'> => ({
  limiter: 'devices',
  limits: devicesLimits,
  share: { limiter: 'device', tag: caller as ShareTag, limits: policy.deviceLimits },
});
