import { readVerifyConfig } from '../../lib/config.ts';
import { createRuntime } from '../../lib/runtime.ts';
import { verifyLoginCode } from './compose.ts';

const config = readVerifyConfig(process.env);

export const handler = verifyLoginCode(config, createRuntime(config.serviceName));
