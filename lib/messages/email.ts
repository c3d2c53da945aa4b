import type { CodeMessage, EmailMessage } from '../core/message.ts';
import { emailTemplate } from '../generated/email-template.js';
import { tags } from '../generated/tags.js';
import { escapeHtml } from '../html.ts';
import { languageOf } from '../locales/language.ts';
import type { Locale } from '../locales/locales.ts';
import { messagesIn } from '../locales/messages.ts';
import { perLocale } from '../locales/per-locale.ts';
import { duration, fill, moment, prepare } from '../locales/words.ts';
import { type EmailLook, partsOf } from './email-look.ts';

/** Subject and bodies with all the words of a language: only the values of one message are left to fill in. */
const templatesOf = (messages: typeof messagesIn) =>
  perLocale(async (locale) => {
    const { email } = await messages(locale);
    const { help, ...words } = email;
    const { subject, heading, expiry, never, asked, ignore } = words;
    return {
      subject: prepare(subject),
      text: prepare(`${[heading, '{code}', expiry, never, asked, ignore].join('\n\n')}\n`),
      html: prepare(fill(emailTemplate, { ...allEscaped(words), lang: locale, dir: tags[locale].dir })),
      help,
    };
  });

/**
 * Renders the mails of a deployment. The code is not in the subject, because delivery events carry subjects. The preheader
 * begins with it.
 */
export function createRenderEmail(look: EmailLook, messages = messagesIn) {
  const templatesIn = templatesOf(messages);
  return async (message: CodeMessage, locale: Locale): Promise<EmailMessage> => {
    const [{ subject, text, html, help }, { phrases }] = await Promise.all([templatesIn(locale), languageOf(locale)]);
    const { passcode, lifetime, askedAt } = message;
    const { brand, supportUrl } = look;
    const values = { brand, code: passcode, lifetime: duration(lifetime, phrases), moment: moment(askedAt, phrases) };
    const helpText = supportUrl === undefined ? '' : `\n${fill(help, { support: supportUrl })}\n`;
    return {
      locale,
      subject: subject(values),
      text: text(values) + helpText,
      html: html({ ...allEscaped(values), ...partsOf(look, help) }),
    };
  };
}

const allEscaped = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, escapeHtml(text)]));
