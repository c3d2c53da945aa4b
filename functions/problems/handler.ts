import { languageOf } from '../../lib/locales/language.ts';
import { createRuntime } from '../../lib/runtime/runtime.ts';
import { readPagesConfig } from '../../lib/settings/config.ts';
import { problemPages } from './compose.ts';

const config = readPagesConfig(process.env);
await languageOf(config.defaultLocale);

export const handler = problemPages(config, createRuntime(config.serviceName));
