import { createHash } from 'node:crypto';
import { parse } from 'node:path';
import { build } from 'esbuild';
import { elementBuild } from '../element.ts';
import { constant, type Module } from './module.ts';

/** `<login-code>` and its languages as browsers get them, all for one folder. The hash changes whenever a file does. */
export async function elementFilesModule(): Promise<Module> {
  const { outputFiles } = await build({
    ...elementBuild,
    entryPoints: Object.fromEntries(
      Object.entries(elementBuild.entryPoints).map(([name, source]) => [parse(name).name, source]),
    ),
    entryNames: '[name]-[hash]',
    outdir: '/',
    minify: true,
    write: false,
  });
  const files = outputFiles.map(({ path, text }) => {
    const [, name = '', hash = ''] = /^(.+)-(.+)$/.exec(parse(path).name) ?? [];
    const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    return [name, { hash, integrity, script: text }] as const;
  });
  const names = files.map(([name]) => `'${name}'`).toSorted();
  return constant(
    'elementFiles',
    `Readonly<Record<${names.join(' | ')}, { readonly hash: string; readonly integrity: string; readonly script: string }>>`,
    Object.fromEntries(files.toSorted(([one], [other]) => one.localeCompare(other))),
  );
}
