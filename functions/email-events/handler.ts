import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readEmailEventsConfig } from '../../lib/settings/email-events.ts';
import { emailEvents } from './compose.ts';

const config = readEmailEventsConfig(process.env);

export const handler = emailEvents(config, createRuntime(config.serviceName));
