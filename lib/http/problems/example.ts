import { minute } from '../../core/time.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { routes } from '../routes.ts';
import { problemBody, type ServedAt } from './body.ts';
import type { Problem } from './problem.ts';

const someTime = Date.UTC(2026, 10, 22, 12);
const someSpan = 'b7ad6b7169203331';

/** An example of the problem, made by the same code as a real one. */
export const problemExample = (slug: ProblemSlug, language: Language, settings: ServedAt): ProblemBody =>
  problemBody(
    { slug, ...particulars[slug] },
    {
      language,
      requestId: 'req_550e8400-e29b-41d4-a716-446655440000',
      instance: (slug === 'code-invalid' || slug === 'code-expired' ? routes.verifyLoginCode : routes.sendLoginCode)
        .path,
      trace: { spanId: someSpan, traceparent: `00-0af7651916cd43dd8448eb211c80319c-${someSpan}-01` },
    },
    { ...settings, development: false },
    someTime,
  );

const particulars: Partial<Record<ProblemSlug, Omit<Problem, 'slug'>>> = {
  'invalid-request': { violations: [{ field: 'email', code: 'format' }] },
  'target-throttled': { wait: minute },
  'caller-throttled': { wait: minute },
  'email-budget-spent': { wait: 180 * minute },
  'sms-budget-spent': { wait: 180 * minute },
  'service-throttled': { wait: 1_000 },
  'code-invalid': { attemptsLeft: 4 },
};
