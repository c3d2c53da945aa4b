/** `node infra/build/bundle.ts FUNCTION FOLDER`: makes the folder that Lambda gets, from functions/FUNCTION/handler.ts. */
import { readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { refreshGenerated } from './generated.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Split, so that what is imported on first use is a file of its own, not even read before. Gives what each file is
 * made of.
 */
export async function bundle(functionName: string, folder: string): Promise<Metafile['outputs']> {
  refreshGenerated();
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: `functions/${functionName}/handler.ts` },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    alias: { '@aws-sdk/credential-provider-node': join(root, 'infra/build/lambda-credentials.ts') },
    plugins: [plainKeys, plainBuiltins, versionsAlone],
    metafile: true,
  });
  return metafile.outputs;
}

/**
 * The SDK's schemas name their keys by constants, `{ [_h]: … }`, and a key that has to be computed might have side effects:
 * without this, SES alone brings the schemas of all its 118 operations.
 */
const plainKeys: Plugin = {
  name: 'plain-keys',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]schemas_0\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = new Map(
        [...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      return { contents: source.replace(/\[(_\w+)\](?=:)/g, (whole, name: string) => names.get(name) ?? whole) };
    });
  },
};

/**
 * An `import` of what Node brings reads each of its exports, and those that load lazily load then: of `node:http` a whole
 * WebSocket client, of `node:crypto` all of Web Crypto.
 */
const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ path }) => (isBuiltin(path) ? { path, namespace: 'builtin' } : undefined));
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** Each client carries its whole package.json for the sake of its version. */
const versionsAlone: Plugin = {
  name: 'versions-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [functionName = '', folder = ''] = process.argv.slice(2);
  await bundle(functionName, folder);
}
