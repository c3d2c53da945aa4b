import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readApiConfig } from '../../lib/settings/config.ts';
import { apiDescription } from './compose.ts';

const config = readApiConfig(process.env);

export const handler = apiDescription(config, createRuntime(config.serviceName));
