import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readSendConfig } from '../../lib/settings/config.ts';
import { sendLoginCode } from './compose.ts';

const config = readSendConfig(process.env);
const { handler, prime } = sendLoginCode(config, createRuntime(config.serviceName));
await prime();

export { handler };
