import { toSeconds } from '../../../lib/core/time.ts';
import { validateSendResponse } from '../../../lib/generated/validators.js';
import type { ProblemBody } from '../../../lib/http/contract/problem.ts';
import { routes } from '../../../lib/http/routes.ts';
import { type Asked, type Check, jsonOf, must, type Seen } from './ask.ts';
import { describe, headerMustBe, problemIn, problemMustBe } from './problems.ts';

/** Both send, in this order: the second is denied because of the first. */
export function sendingChecks({ url, to, target, ask }: Asked): readonly Check[] {
  const { method, path } = routes.sendLoginCode;
  const send = () => ask(method, path, { body: JSON.stringify(target) });
  let first: Seen | undefined;

  return [
    {
      name: 'a code is sent',
      look: async () => {
        const seen = await send();
        const body = seen.status === 200 ? jsonOf(seen) : problemIn(seen, url);
        must(validateSendResponse(body), sendFailed(seen, body));
        const { channel, target: masked, expires_in } = body.data;
        must(channel === ('phone' in target ? 'sms' : 'email') && masked !== to, `by ${channel} to ${masked}`);
        headerMustBe(seen, 'content-type', 'application/json');
        headerMustBe(seen, 'cache-control', 'no-store');
        first = seen;
        return `200 in ${Math.round(seen.ended - seen.began)} ms: by ${channel} to ${masked}, valid for ${expires_in} s`;
      },
    },
    {
      name: 'another at once is denied',
      look: async () => {
        must(first !== undefined, 'not tried, since no code was sent');
        const seen = await send();
        must(seen.status !== 200, '200: TARGET_LIMITS lets several through at once, so nothing is known of the wait');
        const problem = problemMustBe('target-throttled', seen, url);
        waitMustBeExact(problem, first, seen);
        return `${describe(problem)}, Retry-After: ${problem.retry_after}`;
      },
    },
  ];
}

function sendFailed({ status }: Seen, body: unknown): string {
  if (status === 200) return `200, and the body is out of contract: ${JSON.stringify(validateSendResponse.errors)}`;
  const problem = body as ProblemBody;
  const again = problem.retry_after ? `. Run this again in ${problem.retry_after} s, or with another --to` : '';
  return `${describe(problem)}: ${problem.detail} (${problem.request_id})${again}`;
}

/**
 * The service counted the first request at some moment while it was answered, and denied the second likewise: that bounds
 * the wait from both sides. Where a limit allows several, older requests count too, and only the window bounds it.
 */
function waitMustBeExact({ retry_after: wait = 0, i18n_args }: ProblemBody, first: Seen, second: Seen): void {
  const policy = second.headers.get('ratelimit-policy') ?? '';
  const [, max, window] = /;q=(\d+);w=(\d+)$/.exec(policy) ?? [];
  must(window !== undefined, `RateLimit-Policy is ${policy}`);
  const left = (passed: number) => Math.max(1, toSeconds(Number(window) * 1_000 - passed));
  const [minWait, maxWait] =
    max === '1' ? [left(second.ended - first.began), left(second.began - first.ended)] : [1, Number(window)];
  must(
    wait >= minWait && wait <= maxWait,
    `Retry-After is ${wait}, and should be from ${minWait} to ${maxWait} (${policy})`,
  );
  must((i18n_args as { retry_after?: number } | undefined)?.retry_after === wait, 'i18n_args has another retry_after');
}
