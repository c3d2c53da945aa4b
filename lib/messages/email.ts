import type { CodeMessage, EmailMessage } from '../core/message.ts';
import { emailTemplate } from '../generated/email-template.js';
import { escapeHtml } from '../html.ts';
import { type Locale, perLocale, wordsIn } from '../locales/locales.ts';
import { duration, fill, moment, prepare } from '../locales/words.ts';

/** Subject and bodies with all the words of a language: only the values of one message are left to fill in. */
const templates = perLocale((locale) => {
  const { dir, email } = wordsIn(locale);
  const { subject, expiry, never, asked, ignore } = email;
  const escaped = Object.fromEntries(Object.entries(email).map(([name, words]) => [name, escapeHtml(words)]));
  return {
    subject: prepare(subject),
    text: prepare(`${[subject, '{code}', expiry, never, asked, ignore].join('\n\n')}\n`),
    html: prepare(fill(emailTemplate, { ...escaped, lang: locale, dir })),
  };
});

/** The code is not in the subject, because delivery events carry subjects. The preheader begins with it. */
export function renderEmail({ passcode, lifetime, askedAt }: CodeMessage, brand: string, locale: Locale): EmailMessage {
  const { subject, text, html } = templates[locale];
  const values = { brand, code: passcode, lifetime: duration(lifetime, locale), moment: moment(askedAt, locale) };
  const escaped = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]));
  return { locale, subject: subject(values), text: text(values), html: html(escaped) };
}
