import type { Denial } from '../core/denial.ts';
import type { Limiter } from '../core/limiters.ts';
import type { Millis } from '../core/time.ts';
import type { ProblemSlug } from '../locales/catalog.ts';
import { problem, type Reply } from './chain/reply.ts';
import { deniedHeaders } from './rate-limit.ts';

const slugs: Readonly<Record<Limiter, ProblemSlug>> = {
  caller: 'caller-throttled',
  'verify-caller': 'caller-throttled',
  target: 'target-throttled',
  'target-caller': 'target-throttled',
  devices: 'target-throttled',
  device: 'target-throttled',
  unreachable: 'delivery-failed',
  'email-budget': 'email-budget-spent',
  'sms-budget': 'sms-budget-spent',
  'sms-guard': 'sms-budget-spent',
};

/** A known device's limits have the names of a stranger's. */
const policies: Readonly<Partial<Record<Limiter, string>>> = { devices: 'target', device: 'target-caller' };

export function replyToDenied({ limiter, limit, until }: Denial, now: Millis): Reply {
  const wait = Math.max(1, until - now);
  if (limiter === 'sms-guard') return problem(slugs[limiter], { wait });
  return limit
    ? problem(slugs[limiter], { wait, headers: deniedHeaders(policies[limiter] ?? limiter, limit, wait) })
    : problem(slugs[limiter], { wait, locked: true });
}
