import { locales } from '../../../lib/locales/locales.ts';
import type { Module } from './module.ts';

/** The phrases of every language, for checks that cannot wait: a construct is made at once. No function imports it. */
export function allPhrasesModule(): Module {
  const imports = locales.map((locale, i) => `import { phrases as _${i} } from './phrases-${locale}.js';\n`);
  const entries = locales.map((locale, i) => `  '${locale}': _${i},\n`);
  return {
    code: `${imports.join('')}export const allPhrases = {\n${entries.join('')}};\n`,
    types: [
      "import type { Locale } from '../locales/locales.ts';",
      "import type { Phrases } from '../locales/phrases.ts';",
      'export declare const allPhrases: Readonly<Record<Locale, Phrases>>;\n',
    ].join('\n'),
  };
}
