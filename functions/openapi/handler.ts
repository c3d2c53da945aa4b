import { readEdgeConfig } from '../../lib/config.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { apiDescription } from './compose.ts';

const config = readEdgeConfig(process.env);

export const handler = apiDescription(config, createRuntime(config.serviceName));
