import { minute } from '../core/time.ts';
import { escapeHtml } from '../html.ts';
import type { ProblemSlug } from '../locales/catalog.ts';
import { type Locale, wordsIn } from '../locales/locales.ts';
import { problemDetail } from './problem-detail.ts';
import { problems } from './problems.ts';

const example = { wait: minute, attemptsLeft: 4 };

/** What the `type` of a problem leads to. */
export function problemPage(slug: ProblemSlug, locale: Locale): string {
  const { problems: words, problemPage: labels } = wordsIn(locale);
  const { status, code, i18nKey } = problems[slug];
  const title = escapeHtml(words[slug].title);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<dl>
<dt>type</dt><dd>${slug}</dd>
<dt>status</dt><dd>${status}</dd>
<dt>code</dt><dd>${code}</dd>
<dt>i18n_key</dt><dd>${i18nKey}</dd>
<dt>detail</dt><dd>${escapeHtml(labels.example)}: ${escapeHtml(problemDetail(slug, locale, example))}</dd>
</dl>
</body>
</html>
`;
}
