import type { Problem, Target } from '../client/types.ts';
import type { ElementWords } from '../locales/catalog.ts';

/** An email address may begin with a digit too. Where only one channel is taken, nothing is guessed. */
export const targetIn = (text: string, channel: string | null): Target => {
  const typed = text.trim();
  if (channel === 'email') return { email: typed };
  if (channel === 'sms') return { phone: typed };
  return /^[+(\d]/.test(typed) && !typed.includes('@') ? { phone: typed } : { email: typed };
};

/** What the person reads beside the field. */
export function describe(problem: Problem, words: ElementWords): string {
  if (problem.slug === 'no-answer') return words.noAnswer;
  if (problem.slug === 'invalid-request') return problem.errors.map(({ description }) => description).join(' ');
  return problem.detail;
}

/** Whether the code can no longer be right, so that only another one helps. */
export const isOver = (problem: Problem): boolean =>
  problem.slug === 'code-expired' || (problem.slug === 'code-invalid' && problem.i18n_args.attempts_left === 0);

/** In seconds; 0 if there is nothing to wait for. */
export const waitOf = (problem: Problem): number => ('retry_after' in problem ? problem.retry_after : 0);
