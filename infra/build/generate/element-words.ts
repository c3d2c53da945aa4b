import { locales } from '../../../lib/locales/locales.ts';
import type { Module } from './module.ts';

/**
 * Loads what `<login-code>` says in a language. Each import is written out: of a template, esbuild would make a chunk more,
 * which the browser had to ask for before it could show anything.
 */
export function elementWordsModule(): Module {
  const loaders = locales.map((locale) => `  '${locale}': () => import('../locales/${locale}/element.ts'),\n`);
  return {
    code: `export const elementWords = {\n${loaders.join('')}};\n`,
    types: [
      "import type { ElementWords } from '../locales/catalog.ts';",
      "import type { Locale } from '../locales/locales.ts';",
      'export declare const elementWords: Readonly<',
      '  Record<Locale, () => Promise<{ readonly elementWords: ElementWords }>>',
      '>;\n',
    ].join('\n'),
  };
}
