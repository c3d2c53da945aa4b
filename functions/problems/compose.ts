import type { EdgeConfig } from '../../lib/config.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { problemIndexPage, problemPage } from '../../lib/http/problem-page.ts';
import { isProblemSlug } from '../../lib/http/problems.ts';
import { problem } from '../../lib/http/reply.ts';
import type { Runtime } from '../../lib/runtime.ts';

/** `/problems`, and `/problems/{slug}` for each of them. */
export const problemPages = (config: EdgeConfig, runtime: Runtime): Handler =>
  endpoint(
    {
      method: 'GET',
      handle: async ({ event, call: { locale } }) => {
        const slug = event.pathParameters?.slug;
        if (slug === undefined) return { kind: 'page', html: problemIndexPage(locale, config) };
        if (!isProblemSlug(slug)) return problem('not-found');
        return { kind: 'page', html: problemPage(slug, locale, config) };
      },
    },
    { ...config, ...runtime },
  );
