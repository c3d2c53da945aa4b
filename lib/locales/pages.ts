import type { Pages } from './catalog.ts';
import { perLocale } from './per-locale.ts';

export const pagesIn = perLocale(async (locale) => {
  const { pages } = (await import(`./${locale}/pages.ts`)) as { readonly pages: Pages };
  return pages;
});
