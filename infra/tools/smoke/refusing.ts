import { randomBytes } from 'node:crypto';
import { routes } from '../../../lib/http/routes.ts';
import { type Asked, type Check, must } from './ask.ts';
import { describe, headerMustBe, problemMustBe } from './problems.ts';

const { method, path } = routes.sendLoginCode;

/** What no correct client sends. */
export const refusingChecks = ({ url, ask }: Asked): readonly Check[] => [
  {
    name: 'what is no address is refused',
    look: async () => {
      const traceId = randomBytes(16).toString('hex');
      const headers = {
        'accept-language': 'zh-CN',
        traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-00`,
      };
      const seen = await ask(method, path, { headers, body: '{"email":"nobody"}' });
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
    look: async () => describe(problemMustBe('malformed-body', await ask(method, path, { body: '{' }), url)),
  },
  {
    name: 'a method it has not is refused',
    look: async () => {
      const seen = await ask('GET', path);
      const problem = problemMustBe('method-not-allowed', seen, url);
      const allow = seen.headers.get('allow') ?? '';
      must(allow.split(', ').includes(method), `Allow is ${allow}`);
      return `${describe(problem)}, Allow: ${allow}`;
    },
  },
  {
    name: 'a path it has not is not found',
    look: async () => describe(problemMustBe('not-found', await ask('GET', '/auth/nowhere'), url)),
  },
];
