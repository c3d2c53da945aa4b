import { problems } from '../../../lib/http/problems/kinds.ts';
import { problemPath, routes } from '../../../lib/http/routes.ts';
import { type Asked, beginning, type Check, jsonOf, must } from './ask.ts';
import { headerMustBe } from './problems.ts';

/** What the service says of itself. */
export function describingChecks({ url, ask }: Asked): readonly Check[] {
  return [
    {
      name: 'every problem has its page',
      look: async () => {
        const pages = [routes.problems.path, ...Object.keys(problems).map(problemPath)];
        for (const page of pages) await mustBePage(page);
        return `${pages.length} pages`;
      },
    },
    {
      name: 'the API describes itself',
      look: async () => {
        const seen = await ask(routes.openApi.method, routes.openApi.path);
        must(seen.status === 200, `${seen.status}: ${beginning(seen.text)}`);
        const { openapi, servers, paths = {} } = jsonOf(seen) as Description;
        must(servers?.[0]?.url === url, `its server is ${servers?.[0]?.url}, not ${url}`);
        must(paths[routes.sendLoginCode.path] !== undefined, `it has no ${routes.sendLoginCode.path}`);
        return `OpenAPI ${openapi}, ${Object.keys(paths).length} paths`;
      },
    },
  ];

  async function mustBePage(page: string): Promise<void> {
    const seen = await ask(routes.problems.method, page);
    must(seen.status === 200, `${page} is answered with ${seen.status}`);
    headerMustBe(seen, 'content-type', 'text/html; charset=utf-8');
  }
}

interface Description {
  readonly openapi?: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly paths?: Readonly<Record<string, object>>;
}
