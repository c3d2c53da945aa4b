import type { Channel } from '../../core/target.ts';
import { day, type Seconds, toSeconds } from '../../core/time.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';
import type { Headers, Problem } from '../problems/problem.ts';

/** How long caches keep something. `forever`: its path never means anything else. */
export type Keep = Seconds | 'forever' | 'never';

/** A day: what pages and documents say changes with a deployment at most, and an older one does no harm. */
export const pageMaxAge: Seconds = toSeconds(day);

interface File {
  readonly kind: 'file';
  /** As `Content-Type` names it. */
  readonly type: string;
  readonly text: string;
  readonly keep: Keep;
  readonly headers?: Headers;
}

/** A document for programs. */
export const jsonFile = (json: string, keep: Keep = pageMaxAge): File => ({
  kind: 'file',
  type: 'application/json',
  text: json,
  keep,
});

/** What an endpoint answers, before it becomes a response. */
export type Reply = { readonly channel?: Channel | undefined } & (
  | { readonly kind: 'data'; readonly data: object; readonly headers: Headers }
  /** `status` is that of the problem it shows in the place of what was asked for. */
  | { readonly kind: 'page'; readonly html: string; readonly status?: number }
  | File
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
);

export const problem = (slug: ProblemSlug, more: Omit<Problem, 'slug'> = {}): Reply => ({
  kind: 'problem',
  problem: { slug, ...more },
});
