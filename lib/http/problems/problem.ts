import type { Channel } from '../../core/target.ts';
import type { Millis } from '../../core/time.ts';
import type { Violation } from '../../core/violation.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';

export type Headers = Readonly<Record<string, string>>;

/** One occurrence of a problem, before it is put in words. */
export interface Problem {
  readonly slug: ProblemSlug;
  readonly violations?: readonly Violation[];
  readonly wait?: Millis;
  /** The wait follows too many wrong codes. */
  readonly locked?: boolean;
  readonly attemptsLeft?: number;
  /** The message may have been sent: a code that arrives belongs to this challenge. */
  readonly challengeId?: string;
  /** The other channel, if this one certainly failed. */
  readonly tryInstead?: Channel;
  readonly headers?: Headers;
}

/** Thrown by a step of the chain that ends the request before it reaches the endpoint. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.slug);
    this.problem = problem;
  }
}
