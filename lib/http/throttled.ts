import type { Throttled } from '../flows/count-hit.ts';
import type { Limiter } from '../flows/denials.ts';
import type { ProblemSlug } from '../locales/catalog.ts';
import { problem, type Reply } from './chain/reply.ts';
import { deniedHeaders } from './rate-limit.ts';

const slugs: Readonly<Record<Limiter, ProblemSlug>> = {
  caller: 'caller-throttled',
  'verify-caller': 'caller-throttled',
  target: 'target-throttled',
  'sms-budget': 'sms-budget-spent',
};

export const replyToThrottled = ({ limiter, limit, wait }: Throttled): Reply =>
  limit
    ? problem(slugs[limiter], { wait, headers: deniedHeaders(limiter, limit, wait) })
    : problem(slugs[limiter], { wait, locked: true });
