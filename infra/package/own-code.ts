import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';

/** Of the package, in place of `infra/stack/own-code.ts`: the bundles that came with it, so nothing is bundled at synth. */
export const ownCode = (endpoint: string): Code => Code.fromAsset(join(import.meta.dirname, 'functions', endpoint));
