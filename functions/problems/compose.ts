import { endpoint, type Handler } from '../../lib/http/chain/endpoint.ts';
import { isProblemSlug } from '../../lib/http/problems/kinds.ts';
import { problemIndexPage, problemPage } from '../../lib/http/problems/page.ts';
import { pageOrProblem } from '../../lib/http/problems/page-or-problem.ts';
import { routes } from '../../lib/http/routes.ts';
import { pagesIn } from '../../lib/locales/pages.ts';
import type { Runtime } from '../../lib/runtime/runtime.ts';
import type { PagesConfig } from '../../lib/settings/config.ts';

/** `/problems`, and `/problems/{slug}` for each of them. */
export const problemPages = (config: PagesConfig, runtime: Runtime): Handler =>
  endpoint(
    {
      method: routes.problems.method,
      handle: async ({ event, call: { language } }) => {
        const pages = await pagesIn(language.locale);
        const slug = event.pathParameters?.slug;
        if (slug === undefined) return { kind: 'page', html: problemIndexPage(language, pages, config) };
        if (!isProblemSlug(slug)) return pageOrProblem('not-found', event, config, language);
        return { kind: 'page', html: problemPage(slug, language, pages, config) };
      },
    },
    { ...config, ...runtime },
  );
