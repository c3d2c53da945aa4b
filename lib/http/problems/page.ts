import { STATUS_CODES } from 'node:http';
import { problemPageStyle } from '../../generated/styles.js';
import { tags } from '../../generated/tags.js';
import { escapeHtml } from '../../html.ts';
import type { Pages, ProblemSlug } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import type { Locale } from '../../locales/locales.ts';
import type { ProblemBody } from '../contract/problem.ts';
import { problemPath, referenceRoutes, routes } from '../routes.ts';
import type { ServedAt } from './body.ts';
import { examplesOf, problemExample } from './example.ts';
import { isProblemSlug, problems } from './kinds.ts';

export interface PageSettings extends ServedAt {
  /** Whether the API's reference is served beside it. */
  readonly apiReference: boolean;
}

/** The page that a problem's `type` links to. */
export function problemPage(slug: ProblemSlug, language: Language, pages: Pages, settings: PageSettings): string {
  const { labels } = pages;
  const { why, advice } = pages.problems[slug];
  const { title } = language.answers.problems[slug];
  const examples = examplesOf(slug).map((example) => problemExample(example, language, settings));
  // Several forms would contradict each other, one beneath the other: each stands with its own example.
  const sentences = examples.map((example) => sentence(example, settings));
  const isOne = examples.length === 1;
  const shown = examples.map((example, index) => (isOne ? json(example) : `${sentences[index]}\n${json(example)}`));
  const { status, code, i18nKey } = problems[slug];
  return document(
    language.locale,
    title,
    `${nav(labels.all, settings)}
<main>
<h1>${escapeHtml(title)}</h1>
${isOne ? sentences[0] : ''}
${section(labels.why, `<p>${prose(why, settings)}</p>`)}
${section(labels.advice, `<p>${prose(advice, settings)}</p>`)}
${section(labels.fields, fields({ type: `…${problemPath(slug)}`, status, code, i18n_key: i18nKey }))}
${section(labels.example, shown.join('\n'))}
</main>`,
  );
}

/** Every problem, by status. */
export function problemIndexPage({ locale, answers }: Language, { labels }: Pages, settings: PageSettings): string {
  const item = (slug: ProblemSlug): string =>
    `<li><a href="${linkTo(problemPath(slug), settings)}">${escapeHtml(answers.problems[slug].title)}</a>` +
    `<small><bdi dir="ltr"><code>${slug} · ${problems[slug].code}</code></bdi></small></li>`;
  const byStatus = Map.groupBy(Object.keys(problems).filter(isProblemSlug), (slug) => problems[slug].status);
  const groups = [...byStatus]
    .toSorted(([one], [other]) => one - other)
    .map(
      ([status, slugs]) =>
        `<section>\n${statusHeading(status)}\n<ul>\n${slugs.map(item).join('\n')}\n</ul>\n</section>`,
    );
  return document(
    locale,
    labels.all,
    `${nav(labels.all, settings)}
<main>
<h1>${escapeHtml(labels.all)}</h1>
<p>${prose(labels.intro, settings)}</p>
${groups.join('\n')}
</main>`,
  );
}

/** As HTTP writes it, in every language: `429 Too Many Requests`. */
const statusHeading = (status: number): string =>
  `<h2><bdi lang="en" dir="ltr">${status} ${STATUS_CODES[status]}</bdi></h2>`;

const sentence = ({ detail }: ProblemBody, settings: PageSettings): string => `<p>${prose(detail, settings)}</p>`;

/** With its names marked. */
const json = (example: ProblemBody): string =>
  `<pre tabindex="0" dir="ltr">${escapeHtml(JSON.stringify(example, null, 2)).replaceAll(
    /^( *)(&quot;\w+&quot;)(?=:)/gm,
    '$1<b>$2</b>',
  )}</pre>`;

/** Words in which what a program reads (`retry_after`, `__proto__`, `Idempotency-Key`, `Retry-After`) looks like code. */
const prose = (words: string, settings: PageSettings): string =>
  escapeHtml(words)
    .replaceAll(
      /\b(?:[A-Za-z]\w*\.)?(?:\w*_\w+|(?:Retry|Accept|Content|Idempotency)-[A-Z]\w+)/g,
      '<code dir="ltr">$&</code>',
    )
    .replaceAll(routes.openApi.path, pathLink(routes.openApi.path, settings));

const linkTo = (path: string, { publicUrl }: ServedAt): string => escapeHtml(publicUrl + path);

const pathLink = (path: string, settings: ServedAt): string =>
  `<a href="${linkTo(path, settings)}"><code dir="ltr">${path}</code></a>`;

/** Where a reader can go from here. Paths need no words. */
const nav = (allProblems: string, settings: PageSettings): string => {
  const paths = [...(settings.apiReference ? [referenceRoutes.page.path] : []), routes.openApi.path];
  return `<nav><a href="${linkTo(routes.problems.path, settings)}">${escapeHtml(allProblems)}</a>
${paths.map((path) => pathLink(path, settings)).join('\n')}</nav>`;
};

const document = (locale: Locale, title: string, body: string): string => `<!doctype html>
<html lang="${locale}" dir="${tags[locale].dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${problemPageStyle}</style>
</head>
<body>
${body}
</body>
</html>
`;

const section = (heading: string, content: string): string =>
  `<section>\n<h2>${escapeHtml(heading)}</h2>\n${content}\n</section>`;

const fields = (values: Readonly<Record<string, string | number>>): string =>
  `<dl>\n${Object.entries(values)
    .map(
      ([name, value]) =>
        `<dt><code dir="ltr">${name}</code></dt><dd><bdi dir="ltr">${escapeHtml(String(value))}</bdi></dd>`,
    )
    .join('\n')}\n</dl>`;
