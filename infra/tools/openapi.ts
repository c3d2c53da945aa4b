/** `npm run openapi`: writes the document that `GET /openapi.json` answers with, for PUBLIC_URL if it is set. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openApi } from '../../lib/http/openapi/document.ts';
import { readApiConfig } from '../../lib/settings/config.ts';

const [path = '.cache/openapi.json'] = process.argv.slice(2);
const config = readApiConfig({ PUBLIC_URL: 'http://localhost:8080', ...process.env });

await mkdir(dirname(path), { recursive: true });
await writeFile(path, `${JSON.stringify(openApi(config), null, 2)}\n`);
process.stdout.write(`${path}\n`);
