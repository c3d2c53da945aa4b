import type { Channel } from '../../core/target.ts';
import type { Seconds } from '../../core/time.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';
import type { Headers, Problem } from '../problems/problem.ts';

/** What an endpoint answers, before it becomes a response. */
export type Reply = { readonly channel?: Channel | undefined } & (
  | { readonly kind: 'data'; readonly data: object; readonly headers: Headers }
  /** `status` is that of the problem it shows in the place of what was asked for. */
  | { readonly kind: 'page'; readonly html: string; readonly status?: number }
  /** `maxAge` is how long caches keep it. */
  | { readonly kind: 'document'; readonly json: string; readonly maxAge?: Seconds }
  /** `immutable`: what it is asked for by never means another one. */
  | { readonly kind: 'script'; readonly script: string; readonly immutable: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

export const problem = (slug: ProblemSlug, more: Omit<Problem, 'slug'> = {}): Reply => ({
  kind: 'problem',
  problem: { slug, ...more },
});
