import { minute } from '../../core/time.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { problemPath, routes } from '../routes.ts';
import { problemBody, type ServedAt } from './body.ts';
import type { Problem } from './problem.ts';

const someTime = Date.UTC(2026, 10, 22, 12);
const someSpan = 'b7ad6b7169203331';
const someChallenge = 'szUFwSPM-05PlXslJv5vcQ';

export interface Example {
  readonly problem: Problem;
  /** The path that was called. */
  readonly instance: string;
}

/** The forms that the problem comes in: mostly one. */
export const examplesOf = (slug: ProblemSlug, instance = pathOf(slug)): readonly [Example, ...Example[]] => {
  const problem = { slug, ...particulars[slug] };
  const example = { problem, instance };
  return slug === 'delivery-failed'
    ? [
        { problem: { ...problem, tryInstead: 'sms' }, instance },
        { problem: { ...problem, challengeId: someChallenge }, instance },
      ]
    : [example];
};

/** The example as it would be answered, made by the same code. */
export const problemExample = ({ problem, instance }: Example, language: Language, settings: ServedAt): ProblemBody =>
  problemBody(
    problem,
    {
      language,
      requestId: 'req_550e8400-e29b-41d4-a716-446655440000',
      instance,
      trace: { spanId: someSpan, traceparent: `00-0af7651916cd43dd8448eb211c80319c-${someSpan}-01` },
    },
    { ...settings, development: false },
    someTime,
  );

/** Where one meets it, if nothing else is said. */
const pathOf = (slug: ProblemSlug): string => {
  if (slug === 'not-found') return problemPath('no-such-problem');
  return (slug === 'code-invalid' || slug === 'code-expired' ? routes.verifyLoginCode : routes.sendLoginCode).path;
};

const particulars: Partial<Record<ProblemSlug, Omit<Problem, 'slug'>>> = {
  'invalid-request': { violations: [{ field: 'email', code: 'format' }] },
  'target-throttled': { wait: minute },
  'caller-throttled': { wait: minute },
  'email-budget-spent': { wait: 180 * minute },
  'sms-budget-spent': { wait: 180 * minute },
  'service-throttled': { wait: 1_000 },
  'code-invalid': { attemptsLeft: 4 },
};
