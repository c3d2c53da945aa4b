import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { constant, type Module } from './module.ts';

export async function stylesModule(): Promise<Module> {
  const sheets = await Promise.all(
    ['page.css', 'problems/page.css'].map((name) =>
      readFile(new URL(`../../../lib/http/${name}`, import.meta.url), 'utf8'),
    ),
  );
  const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true });
  return constant('problemPageStyle', 'string', code.trim());
}
