import type { Problem, Result, Target } from './types.ts';

/** Remembers each `retry_after`, so that nothing is asked before its time: it would only be refused again. */
export interface Waits {
  /** The problem that still holds, with the seconds that are left. */
  over(path: string, target: Target): Problem | undefined;
  note(path: string, target: Target, result: Result<unknown>): void;
}

/** These hold whoever is asked for; the others hold for one address or number. */
const ofAll = ['caller-throttled', 'service-throttled'];

export function createWaits(now: () => number): Waits {
  const waits = new Map<string, { readonly problem: Problem; readonly until: number }>();
  return {
    over(path, target) {
      for (const name of [path, nameOf(path, target)]) {
        const { problem, until = 0 } = waits.get(name) ?? {};
        const retry_after = Math.ceil((until - now()) / 1_000);
        if (problem && 'retry_after' in problem && retry_after > 0) {
          return { ...problem, retry_after, i18n_args: { retry_after } };
        }
      }
      return undefined;
    },
    note(path, target, result) {
      if (result.ok || !('retry_after' in result.problem)) return;
      const { problem } = result;
      waits.set(ofAll.includes(problem.slug) ? path : nameOf(path, target), {
        problem,
        until: now() + problem.retry_after * 1_000,
      });
    },
  };
}

const nameOf = (path: string, { email, phone }: Target): string => `${path} ${email ?? phone}`;
