import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import type { AssetOptions } from 'aws-cdk-lib/aws-s3-assets';
import type { Files } from './make-code.ts';

/**
 * An asset of what `fill` puts into a folder, and of these files beside it. As a step of the CDK's, which leaves it out where
 * no code is needed, as in `cdk ls`.
 */
export const filledAsset = (fill: (folder: string) => void, files: Files = {}): AssetOptions => ({
  assetHashType: AssetHashType.OUTPUT,
  bundling: {
    image: noImage,
    // Never run. The CDK takes assets of one source for one asset, unless such data of theirs differs: it sees no functions.
    command: Object.entries(files).flat(),
    local: {
      tryBundle(folder) {
        fill(folder);
        for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
        return true;
      },
    },
  },
});

/** The CDK asks for one, to run where the local way gives up. Ours never does: it succeeds or throws. */
const noImage = DockerImage.fromRegistry('scratch');
