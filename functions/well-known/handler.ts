import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readTokenConfig } from '../../lib/settings/config.ts';
import { wellKnown } from './compose.ts';

const config = readTokenConfig(process.env);

export const handler = wellKnown(config, createRuntime(config.serviceName));
