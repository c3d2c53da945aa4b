import type { Messages } from './catalog.ts';
import { perLocale } from './per-locale.ts';

export const messagesIn = perLocale(async (locale) => {
  const { messages } = (await import(`./${locale}/messages.ts`)) as { readonly messages: Messages };
  return messages;
});
