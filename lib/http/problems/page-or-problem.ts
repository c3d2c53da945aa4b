import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { ProblemSlug } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import { pagesIn } from '../../locales/pages.ts';
import { problem, type Reply } from '../chain/reply.ts';
import { problems } from './kinds.ts';
import { type PageSettings, problemPage } from './page.ts';

/** The problem as a page, if a browser asks for one: programs do not name HTML. */
export async function pageOrProblem(
  slug: ProblemSlug,
  event: APIGatewayProxyEvent,
  served: PageSettings,
  language: Language,
): Promise<Reply> {
  const accept = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
  if (!/\btext\/html\b/i.test(accept)) return problem(slug);
  return {
    kind: 'page',
    html: problemPage(slug, language, await pagesIn(language.locale), served),
    status: problems[slug].status,
  };
}
