import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readVerifyConfig } from '../../lib/settings/config.ts';
import { verifyLoginCode } from './compose.ts';

const config = readVerifyConfig(process.env);
const { handler, prime } = verifyLoginCode(config, createRuntime(config.serviceName));
await prime();

export { handler };
