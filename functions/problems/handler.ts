import { readEdgeConfig } from '../../lib/config.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { problemPages } from './compose.ts';

const config = readEdgeConfig(process.env);

export const handler = problemPages(config, createRuntime(config.serviceName));
