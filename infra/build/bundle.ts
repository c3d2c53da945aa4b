/**
 * `node infra/build/bundle.ts FUNCTION FOLDER`: makes the folder that Lambda gets, from functions/FUNCTION/handler.ts.
 */
import { readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { refreshGenerated } from './generated.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Code that is imported on first use becomes a file of its own, which is not read before. Gives what each file is made
 * of.
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
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'infra/build/lambda-credentials.ts'),
      '@aws-sdk/signature-v4-multi-region': join(root, 'infra/build/one-region.ts'),
      ...Object.fromEntries(unused.map((name) => [name, join(root, 'infra/build/unused.ts')])),
    },
    plugins: [plainKeys, plainBuiltins, versionsAlone, protocolAlone],
    metafile: true,
  });
  return metafile.outputs;
}

/** Packages that the SDK's clients bring along, and that no call comes to. */
const unused = [
  '@aws-sdk/middleware-endpoint-discovery',
  '@smithy/core/checksum',
  '@smithy/node-http-handler',
  '@smithy/signature-v4',
] as const;

/**
 * The SDK's schemas name their keys by constants: `{ [_h]: … }`. To esbuild a computed key may have side effects, so it
 * would keep every schema; for SES those of all 118 operations.
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
 * An `import` of a module of Node's reads each of its exports, and reading some of them loads much: with `node:http` a
 * whole WebSocket client, with `node:crypto` all of Web Crypto. This takes the module without reading its exports.
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

/** Each client of the SDK imports its whole package.json, but reads only the version. */
const versionsAlone: Plugin = {
  name: 'versions-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/**
 * The clients take their protocol from a module that gives all of them. To esbuild it is one piece with each protocol that any
 * client uses, so that an email would wait for SNS's, with its XML. This takes each name from the module that makes it.
 */
const protocolAlone: Plugin = {
  name: 'protocol-alone',
  setup({ onLoad }) {
    const all = join(root, 'node_modules/@aws-sdk/core/dist-es/submodules/protocols');
    const makers = readFile(join(all, 'index.js'), 'utf8').then(
      (source) =>
        new Map(
          [...source.matchAll(/^export \{(.+)\} from "(.+)";$/gm)].flatMap(([, names = '', from = '']) =>
            namesIn(names).map((name) => [name, from.startsWith('.') ? join(all, `${from}.js`) : from] as const),
          ),
        ),
    );
    onLoad({ filter: /[\\/]@aws-sdk[\\/](client|dynamodb-codec).+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const found = await makers;
      return {
        contents: source.replace(/^import \{(.+)\} from "@aws-sdk\/core\/protocols";$/m, (_, names: string) =>
          namesIn(names)
            .map((name) => `import { ${name} } from ${JSON.stringify(found.get(name))};`)
            .join(''),
        ),
      };
    });
  },
};

const namesIn = (list: string): readonly string[] => list.split(',').flatMap((name) => name.trim() || []);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [functionName = '', folder = ''] = process.argv.slice(2);
  await bundle(functionName, folder);
}
