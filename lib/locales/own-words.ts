import type { Messages } from './catalog.ts';
import type { Locale } from './locales.ts';
import { messagesIn } from './messages.ts';
import { perLocale } from './per-locale.ts';

/**
 * A deployment's own words for what is sent: any texts of any languages, which take the place of ours. Each language has
 * `email`, `sms` or both.
 */
export type OwnWords = Readonly<Partial<Record<Locale, OwnMessages>>>;

type OwnMessages = { readonly [Part in keyof Messages]?: Readonly<Partial<Messages[Part]>> };

/** What is sent in a language: its own words where a deployment has some, and ours. */
export function messagesWith(own: OwnWords | undefined): typeof messagesIn {
  if (own === undefined) return messagesIn;
  return perLocale(async (locale) => {
    const { email, sms } = await messagesIn(locale);
    return { email: { ...email, ...own[locale]?.email }, sms: { ...sms, ...own[locale]?.sms } };
  });
}
