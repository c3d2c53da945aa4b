import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { filledAsset } from '../stack/filled-asset.ts';
import type { MakeCode } from '../stack/make-code.ts';

/** Of the package, in place of `infra/stack/own-code.ts`: the bundles that came with it, so nothing is bundled at synth. */
export const ownCode: MakeCode = (endpoint, files) => {
  const bundle = join(import.meta.dirname, 'functions', endpoint);
  if (files === undefined) return Code.fromAsset(bundle);
  return Code.fromAsset(
    bundle,
    filledAsset((folder) => cpSync(bundle, folder, { recursive: true }), files),
  );
};
