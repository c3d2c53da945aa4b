/**
 * `npm run test:clients`: generates a client in each language from our OpenAPI document, and signs in with it on a laptop
 * stack of its own. A client whose tools are missing, or cannot be fetched, is skipped, and that is said.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApi } from '../../lib/http/openapi/document.ts';
import { readApiConfig } from '../../lib/settings/config.ts';
import { kill, port, ready, startLaptop } from '../support/laptop.ts';
import { goClient } from './go.ts';
import { pythonClient } from './python.ts';
import { typeScriptClient } from './typescript.ts';

const url = `http://localhost:${port}`;
const cache = join(import.meta.dirname, '../../.cache/clients');
const description = join(cache, 'openapi.json');
mkdirSync(cache, { recursive: true });
writeFileSync(description, JSON.stringify(openApi(readApiConfig({ PUBLIC_URL: url }))));

const clients = { typescript: typeScriptClient, python: pythonClient, go: goClient };
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const laptop = startLaptop(port);
try {
  await ready(laptop);
  for (const [name, client] of Object.entries(clients)) {
    const prepared = client(join(cache, name), description);
    if ('missing' in prepared) {
      say(`${name}: skipped, ${prepared.missing}`);
    } else {
      const failed = prepared.steps(url).find((step) => !step());
      if (failed) process.exitCode = 1;
      say(`${name}: ${failed ? 'failed' : 'the whole flow works'}`);
    }
  }
} finally {
  await kill(laptop);
}
