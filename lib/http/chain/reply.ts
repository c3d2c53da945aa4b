import type { Channel } from '../../core/target.ts';
import type { Millis, Seconds } from '../../core/time.ts';
import type { Violation } from '../../core/violation.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';

export type Headers = Readonly<Record<string, string>>;

/** One occurrence of a problem, before it is put in words. */
export interface Problem {
  readonly slug: ProblemSlug;
  readonly violations?: readonly Violation[];
  readonly wait?: Millis;
  /** It is too many wrong codes that have to be waited out. */
  readonly locked?: boolean;
  readonly attemptsLeft?: number;
  /** The delivery may have happened: this is what a code that does arrive belongs to. */
  readonly challengeId?: string;
  readonly headers?: Headers;
}

/** What an endpoint answers, before it is a response. */
export type Reply = { readonly channel?: Channel | undefined } & (
  | { readonly kind: 'data'; readonly data: object; readonly headers: Headers }
  | { readonly kind: 'page'; readonly html: string }
  /** Caches keep it for an hour, or as long as it says. */
  | { readonly kind: 'document'; readonly json: string; readonly maxAge?: Seconds }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

export const problem = (slug: ProblemSlug, more: Omit<Problem, 'slug'> = {}): Reply => ({
  kind: 'problem',
  problem: { slug, ...more },
});

/** Thrown by a step of the chain that ends the request before it reaches the endpoint. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(refusal: Problem) {
    super(refusal.slug);
    this.problem = refusal;
  }
}
