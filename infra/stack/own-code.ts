import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'infra/build/bundle.ts');

/**
 * What a function deploys by default: its own source, bundled. The npm package has `infra/package/own-code.ts` in place
 * of this file. As a step of the CDK's, which leaves it out where no code is needed, as in `cdk ls`.
 */
export const ownCode = (endpoint: string): Code =>
  Code.fromAsset(join(root, 'functions', endpoint), {
    // The bundle holds code from all over the repository, and of packages.
    assetHashType: AssetHashType.OUTPUT,
    bundling: { image: noImage, local: { tryBundle: (folder) => bundleInto(folder, endpoint) } },
  });

/** The CDK asks for one, to run where the local way gives up. Ours never does: it succeeds or throws. */
const noImage = DockerImage.fromRegistry('scratch');

/** In another process: constructs cannot wait for esbuild. */
function bundleInto(folder: string, endpoint: string): true {
  const { status } = spawnSync(process.execPath, [program, endpoint, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${endpoint} could not be bundled`);
  return true;
}
