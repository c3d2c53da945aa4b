import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../../infra/build/bundle.ts';

/** The functions that are measured. */
export const halves = ['send', 'verify'] as const;
export type Half = (typeof halves)[number];

/** Folders as Lambda gets them. */
export interface Assets extends AsyncDisposable {
  readonly ours: Readonly<Record<Half, string>>;
  readonly stock: Readonly<Record<Half, string>>;
  /** The script that starts any of them. */
  readonly starter: string;
  /** Gives the name of a new file beside them, which holds this as JSON. */
  write(name: string, content: unknown): Promise<string>;
}

/** Outside this repository, so that nothing is resolved in its packages. */
export async function buildAssets(): Promise<Assets> {
  const folder = await mkdtemp(join(tmpdir(), 'login-code-bench-'));
  const starter = join(folder, 'start.mjs');
  const folders = (kind: 'ours' | 'stock') => ({
    send: join(folder, kind, 'send'),
    verify: join(folder, kind, 'verify'),
  });
  const [ours, stock] = [folders('ours'), folders('stock')];
  await Promise.all([
    ...halves.map((half) => bundle(`${half}-login-code`, ours[half])),
    ...halves.map((half) => bundleByDefault(`stock-${half}.ts`, stock[half])),
    build({
      entryPoints: [join(import.meta.dirname, 'start.ts')],
      outfile: starter,
      bundle: true,
      format: 'esm',
      platform: 'node',
    }),
  ]);
  return {
    ours,
    stock,
    starter,
    async write(name, content) {
      const file = join(folder, name);
      await writeFile(file, JSON.stringify(content));
      return file;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/**
 * What NodejsFunction runs when told nothing but to bundle the SDK, `bundleAwsSDK: true`, since without that the runtime's
 * own copy would be loaded: `esbuild --bundle … --target=node24 --platform=node --outfile=index.js`. So CommonJS, not minified,
 * and esbuild's own main fields: createEsbuildArgs in aws-cdk-lib 2.276.0, aws-lambda-nodejs/lib/bundling.js.
 */
const bundleByDefault = (entry: string, folder: string) =>
  build({
    entryPoints: [join(import.meta.dirname, entry)],
    outfile: join(folder, 'index.js'),
    bundle: true,
    target: 'node24',
    platform: 'node',
  });
