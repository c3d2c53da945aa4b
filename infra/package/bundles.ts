import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { bundle } from '../build/bundle.ts';
import { elementBuild } from '../build/element.ts';

const root = join(import.meta.dirname, '../..');

/** Makes everything of the package that holds code of others. Gives what each file is made of. */
export async function bundlePackage(folder: string): Promise<readonly Metafile['outputs'][]> {
  const endpoints = await readdir(join(root, 'functions'));
  return Promise.all([
    bundleConstruct(folder),
    bundleClient(folder),
    bundleElement(folder),
    ...endpoints.map((endpoint) => bundle(endpoint, join(folder, 'functions', endpoint))),
  ]);
}

/** The construct has no dependencies: what it imports besides the CDK, it holds. */
async function bundleConstruct(folder: string): Promise<Metafile['outputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: 'infra/package/index.ts' },
    outdir: folder,
    bundle: true,
    format: 'cjs', // see docs/decisions/021-the-package-is-commonjs.md
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    define: { 'import.meta.dirname': '__dirname' },
    external: ['aws-cdk-lib', 'constructs'],
    plugins: [shippedCode],
    metafile: true,
  });
  return metafile.outputs;
}

/** What apps sign in with: the client, whose types stand beside it. */
async function bundleClient(folder: string): Promise<Metafile['outputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/client/client.ts'],
    outdir: join(folder, 'client'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    metafile: true,
  });
  return metafile.outputs;
}

/** The element, for browsers only. */
async function bundleElement(folder: string): Promise<Metafile['outputs']> {
  const { metafile } = await build({ ...elementBuild, outdir: join(folder, 'client'), metafile: true });
  return metafile.outputs;
}

/** The construct deploys the bundles beside it, instead of making them. */
const shippedCode: Plugin = {
  name: 'shipped-code',
  setup({ onResolve }) {
    onResolve({ filter: /\/own-code\.ts$/ }, () => ({ path: join(root, 'infra/package/own-code.ts') }));
  },
};
