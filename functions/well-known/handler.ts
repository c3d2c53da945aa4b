import { readProofConfig } from '../../lib/config.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { wellKnown } from './compose.ts';

const config = readProofConfig(process.env);

export const handler = wellKnown(config, createRuntime(config.serviceName));
