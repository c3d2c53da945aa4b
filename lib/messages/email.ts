import type { CodeMessage, EmailMessage } from '../core/message.ts';
import { emailTemplate } from '../generated/email-template.js';
import { tags } from '../generated/tags.js';
import { escapeHtml } from '../html.ts';
import { languageOf } from '../locales/language.ts';
import type { Locale } from '../locales/locales.ts';
import { messagesIn } from '../locales/messages.ts';
import { perLocale } from '../locales/per-locale.ts';
import { duration, fill, moment, prepare } from '../locales/words.ts';

/** Subject and bodies with all the words of a language: only the values of one message are left to fill in. */
const templatesIn = perLocale(async (locale) => {
  const { email } = await messagesIn(locale);
  const { subject, expiry, never, asked, ignore } = email;
  const escaped = Object.fromEntries(Object.entries(email).map(([name, words]) => [name, escapeHtml(words)]));
  return {
    subject: prepare(subject),
    text: prepare(`${[subject, '{code}', expiry, never, asked, ignore].join('\n\n')}\n`),
    html: prepare(fill(emailTemplate, { ...escaped, lang: locale, dir: tags[locale].dir })),
  };
});

/** The code is not in the subject, because delivery events carry subjects. The preheader begins with it. */
export async function renderEmail(message: CodeMessage, brand: string, locale: Locale): Promise<EmailMessage> {
  const [{ subject, text, html }, { phrases }] = await Promise.all([templatesIn(locale), languageOf(locale)]);
  const { passcode, lifetime, askedAt } = message;
  const values = { brand, code: passcode, lifetime: duration(lifetime, phrases), moment: moment(askedAt, phrases) };
  const escaped = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]));
  return { locale, subject: subject(values), text: text(values), html: html(escaped) };
}
