import { STATUS_CODES } from 'node:http';
import { problemPageStyle } from '../../generated/styles.js';
import { escapeHtml } from '../../html.ts';
import type { ProblemSlug } from '../../locales/catalog.ts';
import { type Locale, wordsIn } from '../../locales/locales.ts';
import { problemPath, routes } from '../routes.ts';
import type { ServedAt } from './body.ts';
import { examplesOf, problemExample } from './example.ts';
import { isProblemSlug, problems } from './kinds.ts';

/** The page that a problem's `type` links to. */
export function problemPage(slug: ProblemSlug, locale: Locale, settings: ServedAt): string {
  const { problems: words, problemPage: labels } = wordsIn(locale);
  const { title, why, advice } = words[slug];
  const examples = examplesOf(slug).map((example) => problemExample(example, locale, settings));
  const { status, code, i18nKey } = problems[slug];
  return document(
    locale,
    title,
    `<nav><a href="${escapeHtml(settings.publicUrl + routes.problems.path)}">${escapeHtml(labels.all)}</a></nav>
<main>
<h1>${escapeHtml(title)}</h1>
${examples.map(({ detail }) => `<p>${prose(detail)}</p>`).join('\n')}
${section(labels.why, `<p>${prose(why)}</p>`)}
${section(labels.advice, `<p>${prose(advice)}</p>`)}
${section(labels.fields, fields({ type: `…${problemPath(slug)}`, status, code, i18n_key: i18nKey }))}
${section(labels.example, examples.map((example) => `<pre tabindex="0">${escapeHtml(JSON.stringify(example, null, 2))}</pre>`).join('\n'))}
</main>`,
  );
}

/** Every problem, by status. */
export function problemIndexPage(locale: Locale, { publicUrl }: ServedAt): string {
  const { problems: words, problemPage: labels } = wordsIn(locale);
  const item = (slug: ProblemSlug): string =>
    `<li><a href="${escapeHtml(publicUrl + problemPath(slug))}">${escapeHtml(words[slug].title)}</a>` +
    `<small>${problems[slug].code} · <code>${slug}</code></small></li>`;
  const byStatus = Map.groupBy(Object.keys(problems).filter(isProblemSlug), (slug) => problems[slug].status);
  const groups = [...byStatus]
    .toSorted(([one], [other]) => one - other)
    .map(([status, slugs]) => section(statusLine(status), `<ul>\n${slugs.map(item).join('\n')}\n</ul>`));
  return document(
    locale,
    labels.all,
    `<main>
<h1>${escapeHtml(labels.all)}</h1>
<p>${prose(labels.intro)}</p>
${groups.join('\n')}
</main>`,
  );
}

/** As HTTP writes it, in every language: `429 Too Many Requests`. */
const statusLine = (status: number): string => `${status} ${STATUS_CODES[status]}`;

/** Words in which what a program reads (`retry_after`, `__proto__`, `Idempotency-Key`, `Retry-After`) looks like code. */
const prose = (words: string): string =>
  escapeHtml(words).replaceAll(
    /\b(?:[A-Za-z]\w*\.)?(?:\w*_\w+|(?:Retry|Accept|Content|Idempotency)-[A-Z]\w+)/g,
    '<code>$&</code>',
  );

const document = (locale: Locale, title: string, body: string): string => `<!doctype html>
<html lang="${locale}" dir="${wordsIn(locale).dir}">
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
    .map(([name, value]) => `<dt><code>${name}</code></dt><dd>${escapeHtml(String(value))}</dd>`)
    .join('\n')}\n</dl>`;
