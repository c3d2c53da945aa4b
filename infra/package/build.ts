/** `npm run prepack`, which `npm pack` runs first: makes `dist`, all of the package that another CDK app uses. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { bundle } from '../build/bundle.ts';
import { elementBuild } from '../build/element.ts';
import { writeDeclarations } from './declarations.ts';
import { noticesOf } from './notices.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

/** The construct has no dependencies: what it imports besides the CDK, it holds. */
async function bundleConstruct(): Promise<Metafile['outputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: 'infra/package/index.ts' },
    outdir: dist,
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
async function bundleClient(): Promise<Metafile['outputs']> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/client/client.ts'],
    outdir: join(dist, 'client'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    metafile: true,
  });
  return metafile.outputs;
}

/** The element, for browsers only. */
async function bundleElement(): Promise<Metafile['outputs']> {
  const { metafile } = await build({ ...elementBuild, outdir: join(dist, 'client'), metafile: true });
  return metafile.outputs;
}

/** The construct deploys the bundles beside it, instead of making them. */
const shippedCode: Plugin = {
  name: 'shipped-code',
  setup({ onResolve }) {
    onResolve({ filter: /\/own-code\.ts$/ }, () => ({ path: join(root, 'infra/package/own-code.ts') }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const endpoints = await readdir(join(root, 'functions'));
const outputs = await Promise.all([
  bundleConstruct(),
  bundleClient(),
  bundleElement(),
  ...endpoints.map((endpoint) => bundle(endpoint, join(dist, 'functions', endpoint))),
]);
await writeDeclarations(join(dist, 'types'), join(dist, 'client'));
await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(root, outputs));
await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
await writeFile(join(dist, 'client/package.json'), '{ "type": "module" }\n');
