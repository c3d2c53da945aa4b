import { locales } from '../../../lib/locales/locales.ts';
import { messagesIn } from '../../../lib/locales/messages.ts';
import { constant, type Module } from './module.ts';

/** The shortest text of every language: all that a starting function must measure, without loading the languages. */
export async function briefTextsModule(): Promise<Module> {
  const texts = await Promise.all(
    locales.map(async (locale) => [locale, (await messagesIn(locale)).sms.brief] as const),
  );
  return constant(
    'briefTexts',
    "Readonly<Record<import('../locales/locales.ts').Locale, string>>",
    Object.fromEntries(texts),
  );
}
