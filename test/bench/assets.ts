import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../../infra/build/bundle.ts';

/** Folders as Lambda gets them. */
export interface Assets extends AsyncDisposable {
  readonly ours: string;
  readonly baseline: string;
  /** The script that starts either. */
  readonly starter: string;
}

/** Outside this repository, so that nothing is resolved in its packages. */
export async function buildAssets(): Promise<Assets> {
  const folder = await mkdtemp(join(tmpdir(), 'login-code-bench-'));
  const [ours, baseline] = [join(folder, 'send-login-code'), join(folder, 'baseline')];
  const starter = join(folder, 'start.mjs');
  await Promise.all([
    bundle('send-login-code', ours),
    bundleByDefault('baseline-handler.ts', baseline),
    build({
      entryPoints: [join(import.meta.dirname, 'start.ts')],
      outfile: starter,
      bundle: true,
      format: 'esm',
      platform: 'node',
    }),
  ]);
  return { ours, baseline, starter, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
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
