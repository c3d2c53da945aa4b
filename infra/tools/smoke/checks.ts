import { randomBytes } from 'node:crypto';
import { toSeconds } from '../../../lib/core/time.ts';
import { validateSendResponse } from '../../../lib/generated/validators.js';
import type { ProblemBody } from '../../../lib/http/contract/problem.ts';
import { problems } from '../../../lib/http/problems/kinds.ts';
import { type Ask, beginning, jsonOf, must, type Seen } from './ask.ts';
import { describe, headerMustBe, problemIn, problemMustBe } from './problems.ts';

/** Says what it saw, or throws saying what is off. */
export interface Check {
  readonly name: string;
  readonly look: () => Promise<string>;
}

const path = '/auth/send-login-code';

/** In this order: the first two send. */
export function checksOf(url: string, to: string, ask: Ask): readonly Check[] {
  const target = to.startsWith('+') ? { phone: to } : { email: to };
  const send = () => ask('POST', path, { body: JSON.stringify(target) });
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
    {
      name: 'a code nobody was sent is refused',
      look: async () => describe(problemMustBe('code-expired', await guess(), url)),
    },
    {
      name: 'the keys of tokens are served',
      look: async () => {
        const { jwks_uri = '' } = await documentAt('/.well-known/openid-configuration');
        must(jwks_uri === `${url}/.well-known/jwks.json`, `jwks_uri is ${jwks_uri}`);
        const { keys = [] } = await documentAt('/.well-known/jwks.json');
        must(keys.length > 0, 'there is no key, so no token passes');
        return keys.map(({ alg, kid }) => `${alg} ${kid}`).join(', ');
      },
    },
    {
      name: 'what is no address is refused',
      look: async () => {
        const traceId = randomBytes(16).toString('hex');
        const headers = {
          'accept-language': 'zh-CN',
          traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-00`,
        };
        const seen = await ask('POST', path, { headers, body: '{"email":"nobody"}' });
        const problem = problemMustBe('invalid-request', seen, url);
        const violations = (problem.errors ?? []).map(({ field, code }) => `${field}: ${code}`).join(', ');
        must(violations === 'email: format', `errors are ${violations}`);
        must(problem.trace_id?.includes(traceId) ?? false, `trace_id is ${problem.trace_id}, not of the trace sent`);
        headerMustBe(seen, 'content-language', 'zh-CN');
        const shown = problem.errors?.[0]?.value === undefined ? '' : ', with its value: ENVIRONMENT is development';
        return `${describe(problem)} (${violations})${shown}`;
      },
    },
    {
      name: 'what is no JSON is refused',
      look: async () => describe(problemMustBe('malformed-body', await ask('POST', path, { body: '{' }), url)),
    },
    {
      name: 'a method it has not is refused',
      look: async () => {
        const seen = await ask('GET', path);
        const problem = problemMustBe('method-not-allowed', seen, url);
        const allow = seen.headers.get('allow') ?? '';
        must(allow.split(', ').includes('POST'), `Allow is ${allow}`);
        return `${describe(problem)}, Allow: ${allow}`;
      },
    },
    {
      name: 'a path it has not is not found',
      look: async () => describe(problemMustBe('not-found', await ask('GET', '/auth/nowhere'), url)),
    },
    {
      name: 'every problem has its page',
      look: async () => {
        const pages = ['', ...Object.keys(problems).map((slug) => `/${slug}`)];
        for (const page of pages) await mustBePage(`/problems${page}`);
        return `${pages.length} pages`;
      },
    },
    {
      name: 'the API describes itself',
      look: async () => {
        const seen = await ask('GET', '/openapi.json');
        must(seen.status === 200, `${seen.status}: ${beginning(seen.text)}`);
        const { openapi, servers, paths } = jsonOf(seen) as Description;
        must(servers?.[0]?.url === url, `its server is ${servers?.[0]?.url}, not ${url}`);
        must(paths?.[path] !== undefined, `it has no ${path}`);
        return `OpenAPI ${openapi}, ${Object.keys(paths).length} paths`;
      },
    },
  ];

  /** With as many digits as codes have here, which only the answer tells. */
  async function guess(digits = 6): Promise<Seen> {
    const body = { ...target, code: '0'.repeat(digits), challenge_id: randomBytes(16).toString('base64url') };
    const seen = await ask('POST', '/auth/verify-login-code', { body: JSON.stringify(body) });
    const isTooShort = digits < 10 && seen.text.includes('invalid-request');
    return isTooShort ? guess(digits + 1) : seen;
  }

  async function documentAt(path: string): Promise<WellKnown> {
    const seen = await ask('GET', path);
    must(seen.status === 200, `${path} is answered with ${seen.status}`);
    return jsonOf(seen) as WellKnown;
  }

  async function mustBePage(page: string): Promise<void> {
    const seen = await ask('GET', page);
    must(seen.status === 200, `${page} is answered with ${seen.status}`);
    headerMustBe(seen, 'content-type', 'text/html; charset=utf-8');
  }
}

interface WellKnown {
  readonly jwks_uri?: string;
  readonly keys?: readonly { readonly alg: string; readonly kid: string }[];
}

interface Description {
  readonly openapi?: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly paths?: Readonly<Record<string, object>>;
}

function sendFailed({ status }: Seen, body: unknown): string {
  if (status === 200) return `200, and the body is out of contract: ${JSON.stringify(validateSendResponse.errors)}`;
  const problem = body as ProblemBody;
  const again = problem.retry_after ? `. Run this again in ${problem.retry_after} s, or with another --to` : '';
  return `${describe(problem)}: ${problem.detail} (${problem.request_id})${again}`;
}

/**
 * The mark was made while the first was answered, and this denied while the second was. Where older marks count too, all
 * that is known is that the wait is no longer than the window.
 */
function waitMustBeExact({ retry_after: wait = 0, i18n_args }: ProblemBody, first: Seen, second: Seen): void {
  const policy = second.headers.get('ratelimit-policy') ?? '';
  const [, max, window] = /;q=(\d+);w=(\d+)$/.exec(policy) ?? [];
  must(window !== undefined, `RateLimit-Policy is ${policy}`);
  const left = (passed: number) => Math.max(1, toSeconds(Number(window) * 1_000 - passed));
  const [least, most] =
    max === '1' ? [left(second.ended - first.began), left(second.began - first.ended)] : [1, Number(window)];
  must(wait >= least && wait <= most, `Retry-After is ${wait}, and should be from ${least} to ${most} (${policy})`);
  must((i18n_args as { retry_after?: number } | undefined)?.retry_after === wait, 'i18n_args has another retry_after');
}
