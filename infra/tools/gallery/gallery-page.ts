import { escapeHtml } from '../../../lib/html.ts';
import type { Sample } from './samples.ts';
import { type View, views } from './views.ts';

/** Every message on one page. */
export const galleryPage = (samples: readonly Sample[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Messages</title>
<style>
body { margin: 2rem auto; max-width: 122rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
section { margin-top: 3rem; border-top: 1px solid #ccc; }
figcaption { color: #555; }
.views { display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; }
iframe { height: 44rem; border: 1px solid #ccc; border-radius: 8px; }
pre { max-width: 40rem; padding: 1rem; border: 1px solid #ccc; border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Messages</h1>
<p>Every language as usual, and <em>extreme</em>: a name of 40 characters, ten digits, a colour, a logo that is not there.</p>
<nav>${samples.map(({ name }) => `<a href="#${name}">${name}</a>`).join('\n')}</nav>
${samples.map(section).join('\n')}
</body>
</html>
`;

const section = ({ name, email, sms }: Sample): string => `<section id="${name}">
<h2>${name}</h2>
<h3>Email: <span lang="${email.locale}" dir="auto">${escapeHtml(email.subject)}</span></h3>
<div class="views">
${views.map((view) => figure(email.html, view)).join('\n')}
</div>
<h3>Email as plain text</h3>
<pre lang="${email.locale}" dir="auto">${escapeHtml(email.text)}</pre>
<h3>SMS</h3>
<pre lang="${email.locale}" dir="auto">${escapeHtml(sms.text)}</pre>
</section>`;

const figure = (html: string, { width, scheme }: View): string => `<figure>
<figcaption>${width} px, ${scheme}</figcaption>
<iframe sandbox title="${width} px, ${scheme}" width="${width}" srcdoc="${escapeHtml(inScheme(html, scheme))}"></iframe>
</figure>`;

/** A frame has the reader's colour scheme, so the mail's media query is replaced by the answer. */
const inScheme = (html: string, scheme: View['scheme']): string =>
  html.replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all');
