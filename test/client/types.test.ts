import { expect, test } from '@jest/globals';
import { createLoginCode } from '../../lib/client/client.ts';
import type { Problem, Sent, SignedIn, Violation } from '../../lib/client/types.ts';
import type { ProblemBody } from '../../lib/http/contract/problem.ts';
import type { SendLoginCodeResponse } from '../../lib/http/contract/send-login-code.ts';
import type { VerifyLoginCodeResponse } from '../../lib/http/contract/verify-login-code.ts';
import { problems } from '../../lib/http/problems/kinds.ts';
import type { ProblemSlug } from '../../lib/locales/catalog.ts';

type Same<One, Other> = [One, Other] extends [Readonly<Other>, Readonly<One>] ? true : never;
const same = <One, Other>(yes: Same<One, Other>): boolean => yes;

/** These do not compile where the client's types and the contract's part. */
test('the types of the client are those of the contract', () => {
  expect(same<Sent, SendLoginCodeResponse['data']>(true)).toBe(true);
  expect(same<SignedIn, VerifyLoginCodeResponse['data']>(true)).toBe(true);
  expect(same<Problem['slug'], ProblemSlug | 'no-answer'>(true)).toBe(true);
  expect(same<Violation, NonNullable<ProblemBody['errors']>[number]>(true)).toBe(true);
});

test('the client gives each problem the status that it has', () => {
  type Statuses = {
    readonly [P in Problem as P extends { status: number } ? P['slug'] : never]: P extends { status: infer S }
      ? S
      : never;
  };
  const statuses: Statuses = {
    'invalid-request': 400,
    'malformed-body': 400,
    'unsupported-media': 415,
    'body-too-large': 413,
    'not-found': 404,
    'method-not-allowed': 405,
    forbidden: 403,
    'target-throttled': 429,
    'caller-throttled': 429,
    'sms-budget-spent': 429,
    'email-budget-spent': 429,
    'service-throttled': 429,
    'sms-not-supported': 400,
    'email-not-supported': 400,
    'delivery-failed': 500,
    'code-invalid': 400,
    'code-expired': 400,
    'internal-error': 500,
  };
  expect(statuses).toEqual(Object.fromEntries(Object.entries(problems).map(([slug, { status }]) => [slug, status])));
});

test('wrong use does not compile', () => {
  const login = createLoginCode({ url: 'https://login.example.com' });
  const wrong = [
    // @ts-expect-error: neither address nor number
    () => login.send({}),
    // @ts-expect-error: both
    () => login.send({ email: 'a@example.com', phone: '+12025550123' }),
    (problem: Problem) => {
      // @ts-expect-error: only a wrong code says how many attempts are left
      if (problem.slug === 'target-throttled') return problem.i18n_args.attempts_left;
      return problem.slug === 'code-invalid' ? problem.i18n_args.attempts_left.toFixed() : undefined;
    },
  ];
  expect(wrong).toHaveLength(3);
});
