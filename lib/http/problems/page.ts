import { problemPageStyle } from '../../generated/styles.js';
import { tags } from '../../generated/tags.js';
import { escapeHtml } from '../../html.ts';
import type { Pages, ProblemSlug } from '../../locales/catalog.ts';
import type { Language } from '../../locales/language.ts';
import type { Locale } from '../../locales/locales.ts';
import { problemPath, routes } from '../routes.ts';
import type { ServedAt } from './body.ts';
import { problemExample } from './example.ts';
import { isProblemSlug, problems } from './kinds.ts';

/** The page that a problem's `type` links to. */
export function problemPage(slug: ProblemSlug, language: Language, pages: Pages, settings: ServedAt): string {
  const { labels } = pages;
  const { why, advice } = pages.problems[slug];
  const example = problemExample(slug, language, settings);
  const { title } = example;
  const { status, code, i18nKey } = problems[slug];
  return document(
    language.locale,
    title,
    `<nav><a href="${escapeHtml(settings.publicUrl + routes.problems.path)}">${escapeHtml(labels.all)}</a></nav>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(example.detail)}</p>
${section(labels.why, `<p>${escapeHtml(why)}</p>`)}
${section(labels.advice, `<p>${escapeHtml(advice)}</p>`)}
${section(labels.fields, fields({ type: `…${problemPath(slug)}`, status, code, i18n_key: i18nKey }))}
${section(labels.example, `<pre tabindex="0" dir="ltr">${escapeHtml(JSON.stringify(example, null, 2))}</pre>`)}
</main>`,
  );
}

export function problemIndexPage({ locale, answers }: Language, { labels }: Pages, { publicUrl }: ServedAt): string {
  const items = Object.keys(problems)
    .filter(isProblemSlug)
    .map(
      (slug) =>
        `<li><a href="${escapeHtml(publicUrl + problemPath(slug))}">${escapeHtml(answers.problems[slug].title)}</a>` +
        `<small><bdi dir="ltr">${problems[slug].status} · ${problems[slug].code} · <code>${slug}</code></bdi></small></li>`,
    );
  return document(
    locale,
    labels.all,
    `<main>
<h1>${escapeHtml(labels.all)}</h1>
<p>${escapeHtml(labels.intro)}</p>
<ul>
${items.join('\n')}
</ul>
</main>`,
  );
}

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
        `<dt><bdi dir="ltr">${name}</bdi></dt><dd><bdi dir="ltr">${escapeHtml(String(value))}</bdi></dd>`,
    )
    .join('\n')}\n</dl>`;
