import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { locales } from '../../lib/locales/locales.ts';

/** `<login-code>` as `element`, and each language as `words/TAG`, of which it loads the one that it shows. */
export const elementBuild = {
  absWorkingDir: join(import.meta.dirname, '../..'),
  entryPoints: {
    element: 'lib/element/element.ts',
    ...Object.fromEntries(locales.map((locale) => [`words/${locale}`, `lib/locales/${locale}/element.ts`])),
  },
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
} as const satisfies BuildOptions;
