import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every page, by its path in the repository. */
export const pages: readonly string[] = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];

/** The text below a heading of the second level, up to the next one. */
export const section = (page: string, title: string): string =>
  read(page).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

/** The cells of every table row that begins with a name in backticks. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** Every name in backticks. */
export const namesIn = (text = ''): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

export interface Link {
  /** Of the page it leads to, in the repository. */
  readonly path: string;
  readonly anchor: string | undefined;
}

/** Links to other files of the repository and to headings, images too. */
export const linksOf = (page: string, text = withoutCode(read(page))): readonly Link[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, file, anchor]) => ({
    path: file ? normalize(join(dirname(page), file)) : page,
    anchor,
  }));

export function isBroken({ path, anchor }: Link): boolean {
  if (!existsSync(join(root, path))) return true;
  return anchor !== undefined && !(path.endsWith('.md') && anchorsOf(path).has(anchor));
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...withoutCode(read(page)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}

const withoutCode = (text: string): string => text.replace(/^```.*?^```$/gms, '');

/** Paths of the repository that the page names, in prose, commands and code alike. Links are looked at by themselves. */
export function pathsIn(page: string): readonly string[] {
  const text = read(page).replace(/\]\([^)]*\)/g, ']');
  const paths = text.matchAll(/(?<![\w./:@-])(?:functions|infra|lib|test|docs|\.ci|\.cache)\/[\w./*{},-]*/g);
  const files = namesIn(text).filter((name) => /^[\w.-]+\.(?:ts|js|mjml|css|md)$/.test(name));
  return [...[...paths].map(([path]) => path.replace(/[.,/]+$/, '')), ...files];
}

const ignored = read('.gitignore').split('\n').filter(Boolean);

/** A glob has to match something; what git ignores is made by a command, and need not be there yet. */
export const isInRepository = (path: string): boolean =>
  ignored.some((entry) => `${path}/`.startsWith(entry)) || globSync(path, { cwd: root }).length > 0;

export interface Example {
  readonly page: string;
  // biome-ignore lint/suspicious/noExplicitAny: it is what the page says
  readonly json: any;
}

/** Every block of JSON. */
export const examples = (): readonly Example[] =>
  pages.flatMap((page) =>
    [...read(page).matchAll(/^```json\n(.+?)^```$/gms)].map(([, json = '']) => ({ page, json: JSON.parse(json) })),
  );

/** Every body that a page posts with curl to an endpoint. */
export const postedBodies = (): readonly (Example & { readonly path: string })[] =>
  pages.flatMap((page) =>
    [...read(page).matchAll(/curl \S+?(\/auth\/[\w-]+)(?:[^\n]|\\\n)*? -d '(\{.+\})'/g)].map(
      ([, path = '', json = '']) => ({
        page,
        path,
        json: JSON.parse(json),
      }),
    ),
  );
