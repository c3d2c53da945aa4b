import { escapeHtml } from '../../lib/html.ts';
import type { Message } from './mailbox.ts';

/** Newest first, since that is the one someone waits for. */
export const inboxPage = (messages: readonly Message[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox</title>
</head>
<body>
<h1>Inbox</h1>
${messages.length === 0 ? '<p>No messages yet. Reload after sending one.</p>' : messages.toReversed().map(article).join('\n')}
</body>
</html>
`;

const article = ({ channel, to, subject, text, at }: Message): string => `<article>
<h2>${escapeHtml(subject ?? 'Text message')}</h2>
<p>${channel} to ${escapeHtml(to)}, <time datetime="${at}">${at}</time></p>
<pre>${escapeHtml(text)}</pre>
</article>`;
