import { referenceRoutes, routes } from '../../../lib/http/routes.ts';
import { type Asked, type Check, must, type Seen } from './ask.ts';
import { describe, headerMustBe, problemMustBe } from './problems.ts';

/** What browsers load. */
export function loadingChecks({ url, ask }: Asked): readonly Check[] {
  return [
    {
      name: 'the element is there for any page',
      look: async () => {
        const { path } = routes.element;
        const entry = await load(path, 'text/javascript');
        headerMustBe(entry, 'access-control-allow-origin', '*');
        const languages = [...entry.text.matchAll(/import\("\.(\/[^"]+)"\)/g)].map(([, file = '']) => file);
        must(languages.length > 0, `${path} loads no language`);
        // One is enough: all come from the same table of the same function.
        const language = await load(languages[0] ?? '', 'text/javascript');
        headerMustBe(language, 'access-control-allow-origin', '*');
        mustBeKept(language);
        return `${entry.text.length} characters, ${languages.length} languages`;
      },
    },
    {
      name: 'the reference is whole, or off',
      look: async () => {
        const { method, path } = referenceRoutes.page;
        const page = await ask(method, path);
        if (page.status === 404) return `off: ${describe(problemMustBe('not-found', page, url))}`;
        must(page.status === 200, `${path} is answered with ${page.status}`);
        headerMustBe(page, 'content-type', 'text/html; charset=utf-8');
        const files = [...page.text.matchAll(/(?:href|src)="([^":]+)\.(css|js)"/g)];
        must(files.length > 0, `${path} names no files`);
        for (const [, name, ending] of files) {
          mustBeKept(await load(`/${name}.${ending}`, ending === 'css' ? 'text/css' : 'text/javascript'));
        }
        return `${files.length} files`;
      },
    },
  ];

  /** As a page of another origin does. */
  async function load(path: string, type: string): Promise<Seen> {
    const seen = await ask('GET', path, { headers: { origin: 'https://page.example' } });
    must(seen.status === 200, `${path} is answered with ${seen.status}`);
    headerMustBe(seen, 'content-type', `${type}; charset=utf-8`);
    return seen;
  }
}

const mustBeKept = (seen: Seen): void => headerMustBe(seen, 'cache-control', 'public, max-age=31536000, immutable');
