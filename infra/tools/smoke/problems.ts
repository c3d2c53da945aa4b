import { validateProblem } from '../../../lib/generated/validators.js';
import type { ProblemBody } from '../../../lib/http/contract/problem.ts';
import { isProblemSlug, problems } from '../../../lib/http/problems/kinds.ts';
import { problemPath } from '../../../lib/http/routes.ts';
import type { ProblemSlug } from '../../../lib/locales/catalog.ts';
import { jsonOf, must, type Seen } from './ask.ts';

/** Checks that the answer is a problem as the contract describes it. */
export function problemIn(seen: Seen, url: string): ProblemBody {
  const body = jsonOf(seen);
  must(
    validateProblem(body),
    `${seen.status}, and the body is out of contract: ${JSON.stringify(validateProblem.errors)}`,
  );
  const slug = slugOf(body);
  must(isProblemSlug(slug), `${slug} is no problem of ours`);
  const { status, code, i18nKey } = problems[slug];
  must(body.status === seen.status && seen.status === status, `${slug} with status ${seen.status}, not ${status}`);
  must(body.code === code && body.i18n_key === i18nKey, `${slug} with code ${body.code} and key ${body.i18n_key}`);
  must(body.type === `${url}${problemPath(slug)}`, `type is ${body.type}: is ${url} the address clients use?`);
  headerMustBe(seen, 'content-type', 'application/problem+json');
  headerMustBe(seen, 'cache-control', 'no-store');
  headerMustBe(seen, 'retry-after', body.retry_after?.toString() ?? null);
  return body;
}

/** Checks also which problem it is. */
export function problemMustBe(slug: ProblemSlug, seen: Seen, url: string): ProblemBody {
  const body = problemIn(seen, url);
  must(slugOf(body) === slug, `${describe(body)}, not ${slug}`);
  return body;
}

export function headerMustBe({ headers }: Seen, name: string, expected: string | null): void {
  const value = headers.get(name);
  must(value === expected, `${name} is ${value}, not ${expected}`);
}

export const describe = (body: ProblemBody): string => `${body.status} ${slugOf(body)}`;

const slugOf = ({ type }: ProblemBody): string => type.slice(type.lastIndexOf('/') + 1);
