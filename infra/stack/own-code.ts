import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';

const root = join(import.meta.dirname, '../..');

/**
 * The function's own source, bundled into a folder of `folder`. In another process: constructs cannot wait for esbuild.
 */
export const bundledIn = (folder: string) => (endpoint: string) => {
  const output = join(folder, endpoint);
  return Code.fromCustomCommand(output, [process.execPath, join(root, 'infra/build/bundle.ts'), endpoint, output]);
};

const ownFolder = join(root, '.cache/functions', `${process.pid}`);

/**
 * What a function deploys by default. The npm package has `infra/package/own-code.ts` in place of this file. In a folder of this
 * process: two programs that make stacks at the same time would take each other's bundles away.
 */
export const ownCode = bundledIn(ownFolder);

// The CDK has copied them by then.
process.once('exit', () => rmSync(ownFolder, { recursive: true, force: true }));
