import type { HookCall } from '../../lib/aws/hook-report.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readRolloutConfig } from '../../lib/settings/config.ts';
import { beforeTraffic } from './compose.ts';

const config = readRolloutConfig(process.env);
const test = beforeTraffic(config, createRuntime(config.serviceName));

export const handler = async (call: HookCall): Promise<void> => test(call);
