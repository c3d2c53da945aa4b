import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readHeartbeatConfig } from '../../lib/settings/config.ts';
import { heartbeat } from './compose.ts';

const config = readHeartbeatConfig(process.env);
const beat = heartbeat(config, createRuntime(config.serviceName));

export const handler = async (): Promise<void> => void (await beat());
