import type { EdgeConfig } from '../../lib/config.ts';
import { endpoint, type Handler } from '../../lib/http/endpoint.ts';
import { problemPage } from '../../lib/http/problem-page.ts';
import { isProblemSlug } from '../../lib/http/problems.ts';
import { problem } from '../../lib/http/reply.ts';
import type { Runtime } from '../../lib/runtime.ts';

export const problemPages = (config: EdgeConfig, runtime: Runtime): Handler =>
  endpoint(
    {
      method: 'GET',
      handle: async ({ event, call: { locale } }) => {
        const slug = event.pathParameters?.slug ?? '';
        return isProblemSlug(slug) ? { kind: 'page', html: problemPage(slug, locale) } : problem('not-found');
      },
    },
    { ...config, ...runtime },
  );
