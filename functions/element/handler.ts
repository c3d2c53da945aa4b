import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readApiConfig } from '../../lib/settings/config.ts';
import { elementFiles } from './compose.ts';

const config = readApiConfig(process.env);

export const handler = elementFiles(config, createRuntime(config.serviceName));
