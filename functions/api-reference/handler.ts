import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readApiConfig } from '../../lib/settings/config.ts';
import { apiReference } from './compose.ts';

const config = readApiConfig(process.env);

export const handler = apiReference(config, createRuntime(config.serviceName));
