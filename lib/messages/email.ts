import type { EmailMessage, Notice } from '../core/message.ts';
import { escapeHtml } from '../html.ts';
import { type Locale, wordsIn } from '../locales/locales.ts';
import { duration, fill } from '../locales/words.ts';

/** The subject does without the code: delivery events and notifications carry subjects. */
export function renderEmail({ passcode, lifetime }: Notice, brand: string, locale: Locale): EmailMessage {
  const { email } = wordsIn(locale);
  const subject = fill(email.subject, { brand });
  const intro = fill(email.intro, { brand });
  const valid = fill(email.lifetime, { lifetime: duration(lifetime, locale) });
  return {
    locale,
    subject,
    text: `${intro}\n\n${passcode}\n\n${valid}\n\n${email.ignore}\n`,
    html: html(locale, subject, [intro, valid, email.ignore], passcode),
  };
}

function html(locale: Locale, title: string, words: readonly [string, string, string], passcode: string): string {
  const [intro, valid, ignore] = words.map(escapeHtml);
  return `<!doctype html>
<html lang="${locale}" dir="auto">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font-family:sans-serif">
<p>${intro}</p>
<p style="font-size:2em;letter-spacing:.1em"><strong>${passcode}</strong></p>
<p>${valid}</p>
<p>${ignore}</p>
</body>
</html>
`;
}
