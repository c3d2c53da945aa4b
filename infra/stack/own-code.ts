import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { filledAsset } from './filled-asset.ts';
import type { MakeCode } from './make-code.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'infra/build/bundle.ts');

/**
 * What a function deploys by default: its own source, bundled. The npm package has `infra/package/own-code.ts` in place
 * of this file. The bundle holds code from all over the repository, and of packages, so its hash is that of what it holds.
 */
export const ownCode: MakeCode = (endpoint, files) =>
  Code.fromAsset(
    join(root, 'functions', endpoint),
    filledAsset((folder) => bundleInto(folder, endpoint), files),
  );

/** In another process: constructs cannot wait for esbuild. */
function bundleInto(folder: string, endpoint: string): void {
  const { status } = spawnSync(process.execPath, [program, endpoint, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${endpoint} could not be bundled`);
}
