import { readConfig } from '../../lib/config.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { sendLoginCode } from './compose.ts';

const config = readConfig(process.env);

export const handler = sendLoginCode(config, createRuntime(config.serviceName));
